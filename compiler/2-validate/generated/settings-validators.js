// Validators, one a definition. Generated from schemas/ by `npm run generate`. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var AccessPolicyFile = validate21;
var schema33 = { title: "TokenIssuer", type: "object", description: "An OpenID Connect provider. Its keys are found by discovery, unless `jwksUri` says where they are.", additionalProperties: !1, required: ["issuer", "audiences"], properties: { issuer: { type: "string", pattern: "^https?://[^\\s?#]+$", description: "The issuer, as it stands in the `iss` of tokens: an https URL, or http on this machine.", examples: ["https://id.example.com"] }, audiences: { type: "array", minItems: 1, description: "Whom tokens must be for: one of these stands in their `aud`.", items: { type: "string", minLength: 1, examples: ["enroute"] }, examples: [["enroute"]] }, jwksUri: { type: "string", pattern: "^https?://[^\\s#]+$", description: "Where the keys are, an https URL, or http on this machine.", examples: ["https://id.example.com/keys"] }, algorithms: { type: "array", minItems: 1, uniqueItems: !0, default: ["RS256", "PS256", "ES256", "ES384", "EdDSA"], description: "The signatures that are believed.", items: { enum: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"] }, examples: [["ES256"]] }, clockSkew: { $ref: "#/$defs/Duration", default: "60s", description: "By how much clocks may differ." }, nameClaim: { type: "string", minLength: 1, default: "sub", description: "The claim that names the caller, in the history and in the audit log.", examples: ["email"] } } };
var pattern4 = new RegExp("^https?://[^\\s?#]+$", "u"), pattern5 = new RegExp("^https?://[^\\s#]+$", "u"), pattern6 = new RegExp("^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$", "u"), func0 = require_ucs2length().default;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.issuer === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "issuer" }, message: "must have required property 'issuer'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.audiences === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "audiences" }, message: "must have required property 'audiences'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "issuer" || key0 === "audiences" || key0 === "jwksUri" || key0 === "algorithms" || key0 === "clockSkew" || key0 === "nameClaim")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.issuer !== void 0) {
      let data0 = data.issuer;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err3 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.audiences !== void 0) {
      let data1 = data.audiences;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err5 = { instancePath: instancePath + "/audiences", schemaPath: "#/properties/audiences/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (func0(data2) < 1) {
              let err6 = { instancePath: instancePath + "/audiences/" + i0, schemaPath: "#/properties/audiences/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/audiences/" + i0, schemaPath: "#/properties/audiences/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/audiences", schemaPath: "#/properties/audiences/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.jwksUri !== void 0) {
      let data3 = data.jwksUri;
      if (typeof data3 == "string") {
        if (!pattern5.test(data3)) {
          let err9 = { instancePath: instancePath + "/jwksUri", schemaPath: "#/properties/jwksUri/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s#]+$" }, message: 'must match pattern "^https?://[^\\s#]+$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/jwksUri", schemaPath: "#/properties/jwksUri/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.algorithms !== void 0) {
      let data4 = data.algorithms;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err11 = { instancePath: instancePath + "/algorithms", schemaPath: "#/properties/algorithms/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (!(data5 === "RS256" || data5 === "RS384" || data5 === "RS512" || data5 === "PS256" || data5 === "PS384" || data5 === "PS512" || data5 === "ES256" || data5 === "ES384" || data5 === "ES512" || data5 === "EdDSA")) {
            let err12 = { instancePath: instancePath + "/algorithms/" + i1, schemaPath: "#/properties/algorithms/items/enum", keyword: "enum", params: { allowedValues: schema33.properties.algorithms.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        let err13 = { instancePath: instancePath + "/algorithms", schemaPath: "#/properties/algorithms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.clockSkew !== void 0) {
      let data6 = data.clockSkew;
      if (typeof data6 == "string") {
        if (!pattern6.test(data6)) {
          let err14 = { instancePath: instancePath + "/clockSkew", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        let err15 = { instancePath: instancePath + "/clockSkew", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.nameClaim !== void 0) {
      let data7 = data.nameClaim;
      if (typeof data7 == "string") {
        if (func0(data7) < 1) {
          let err16 = { instancePath: instancePath + "/nameClaim", schemaPath: "#/properties/nameClaim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        let err17 = { instancePath: instancePath + "/nameClaim", schemaPath: "#/properties/nameClaim/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    let err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern7 = new RegExp("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "environment" || key0 === "file")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.environment !== void 0) {
      let data1 = data.environment;
      if (typeof data1 == "string") {
        if (func0(data1) < 1) {
          let err4 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.file !== void 0) {
      let data2 = data.file;
      if (typeof data2 == "string") {
        if (func0(data2) < 1) {
          let err6 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema38 = { title: "RoleBinding", type: "object", description: "Lets callers do what a role does. All that it says must hold. Give exactly one of `claims` and `apiKeys`.", additionalProperties: !1, required: ["role"], exactlyOne: ["claims", "apiKeys"], needless: { issuer: ["apiKeys"] }, properties: { role: { enum: ["viewer", "editor", "publisher", "admin"], description: "`viewer` reads; `editor` reads and changes documents; `publisher` reads, publishes what is committed, earlier revisions too, and steers rollouts, but takes no documents back; `admin` does all of that, and changes workspaces." }, claims: { type: "object", minProperties: 1, description: "Claims that the caller must have, each equal to the text here or a list that has it; the words of `scope` count as a list. A `*` at the end stands for any end.", additionalProperties: { type: "string", minLength: 1 }, examples: [{ groups: "shop-team" }] }, issuer: { type: "string", minLength: 1, description: "Only callers with a token of this issuer; of any, if left out.", examples: ["https://id.example.com"] }, apiKeys: { type: "array", minItems: 1, description: "Callers with one of these API keys, by name.", items: { type: "string", minLength: 1, examples: ["ci"] }, examples: [["ci"]] }, gateways: { type: "array", minItems: 1, description: "Only these gateways, and what concerns no other; all, if left out.", items: { type: "string", pattern: "^[^/*\\s]+/(\\*|[^/*\\s]+)$", description: "namespace/name or namespace/*", examples: ["default/edge"] }, examples: [["default/edge"]] }, namespaces: { type: "array", minItems: 1, description: "Only documents and gateways of these namespaces; of all, if left out.", items: { $ref: "#/$defs/Namespace" }, examples: [["shop"]] }, labels: { $ref: "#/$defs/Labels", description: "Only documents that have all of these labels; any, if left out. A gateway is published whole, so a `publisher` has none." } } };
var pattern9 = new RegExp("^[^/*\\s]+/(\\*|[^/*\\s]+)$", "u"), pattern10 = new RegExp("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "role" || key0 === "claims" || key0 === "issuer" || key0 === "apiKeys" || key0 === "gateways" || key0 === "namespaces" || key0 === "labels")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.role !== void 0) {
      let data0 = data.role;
      if (!(data0 === "viewer" || data0 === "editor" || data0 === "publisher" || data0 === "admin")) {
        let err2 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema38.properties.role.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.claims !== void 0) {
      let data1 = data.claims;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          let err3 = { instancePath: instancePath + "/claims", schemaPath: "#/properties/claims/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        for (let key1 in data1) {
          let data2 = data1[key1];
          if (typeof data2 == "string") {
            if (func0(data2) < 1) {
              let err4 = { instancePath: instancePath + "/claims/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/claims/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/claims/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/claims/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      } else {
        let err6 = { instancePath: instancePath + "/claims", schemaPath: "#/properties/claims/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.issuer !== void 0) {
      let data3 = data.issuer;
      if (typeof data3 == "string") {
        if (func0(data3) < 1) {
          let err7 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.apiKeys !== void 0) {
      let data4 = data.apiKeys;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err9 = { instancePath: instancePath + "/apiKeys", schemaPath: "#/properties/apiKeys/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        let len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err10 = { instancePath: instancePath + "/apiKeys/" + i0, schemaPath: "#/properties/apiKeys/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/apiKeys/" + i0, schemaPath: "#/properties/apiKeys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/apiKeys", schemaPath: "#/properties/apiKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.gateways !== void 0) {
      let data6 = data.gateways;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          let err13 = { instancePath: instancePath + "/gateways", schemaPath: "#/properties/gateways/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        let len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data7 = data6[i1];
          if (typeof data7 == "string") {
            if (!pattern9.test(data7)) {
              let err14 = { instancePath: instancePath + "/gateways/" + i1, schemaPath: "#/properties/gateways/items/pattern", keyword: "pattern", params: { pattern: "^[^/*\\s]+/(\\*|[^/*\\s]+)$" }, message: 'must match pattern "^[^/*\\s]+/(\\*|[^/*\\s]+)$"' };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/gateways/" + i1, schemaPath: "#/properties/gateways/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/gateways", schemaPath: "#/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.namespaces !== void 0) {
      let data8 = data.namespaces;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          let err17 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        let len2 = data8.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data9 = data8[i2];
          if (typeof data9 == "string") {
            if (!pattern10.test(data9)) {
              let err18 = { instancePath: instancePath + "/namespaces/" + i2, schemaPath: "#/$defs/Namespace/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
          } else {
            let err19 = { instancePath: instancePath + "/namespaces/" + i2, schemaPath: "#/$defs/Namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.labels !== void 0) {
      let data10 = data.labels;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key2 in data10)
          if (typeof data10[key2] != "string") {
            let err21 = { instancePath: instancePath + "/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
      } else {
        let err22 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/Labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern8 = new RegExp("^[0-9]{12}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.bindings === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bindings" }, message: "must have required property 'bindings'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "issuers" || key0 === "apiKeys" || key0 === "awsIam" || key0 === "bindings")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.issuers !== void 0) {
      let data0 = data.issuers;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/issuers", schemaPath: "#/properties/issuers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate22(data0[i0], { instancePath: instancePath + "/issuers/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/issuers", schemaPath: "#/properties/issuers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.apiKeys !== void 0) {
      let data2 = data.apiKeys;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err4 = { instancePath: instancePath + "/apiKeys", schemaPath: "#/properties/apiKeys/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate24(data2[i1], { instancePath: instancePath + "/apiKeys/" + i1, parentData: data2, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/apiKeys", schemaPath: "#/properties/apiKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.awsIam !== void 0) {
      let data4 = data.awsIam;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.accounts === void 0) {
          let err6 = { instancePath: instancePath + "/awsIam", schemaPath: "#/$defs/AwsIam/required", keyword: "required", params: { missingProperty: "accounts" }, message: "must have required property 'accounts'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        for (let key1 in data4)
          if (key1 !== "accounts") {
            let err7 = { instancePath: instancePath + "/awsIam", schemaPath: "#/$defs/AwsIam/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data4.accounts !== void 0) {
          let data5 = data4.accounts;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              let err8 = { instancePath: instancePath + "/awsIam/accounts", schemaPath: "#/$defs/AwsIam/properties/accounts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            let len2 = data5.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data6 = data5[i2];
              if (typeof data6 == "string") {
                if (!pattern8.test(data6)) {
                  let err9 = { instancePath: instancePath + "/awsIam/accounts/" + i2, schemaPath: "#/$defs/AwsIam/properties/accounts/items/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" }, message: 'must match pattern "^[0-9]{12}$"' };
                  vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                }
              } else {
                let err10 = { instancePath: instancePath + "/awsIam/accounts/" + i2, schemaPath: "#/$defs/AwsIam/properties/accounts/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
          } else {
            let err11 = { instancePath: instancePath + "/awsIam/accounts", schemaPath: "#/$defs/AwsIam/properties/accounts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/awsIam", schemaPath: "#/$defs/AwsIam/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.bindings !== void 0) {
      let data7 = data.bindings;
      if (Array.isArray(data7)) {
        let len3 = data7.length;
        for (let i3 = 0; i3 < len3; i3++)
          validate26(data7[i3], { instancePath: instancePath + "/bindings/" + i3, parentData: data7, parentDataProperty: i3, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length);
      } else {
        let err13 = { instancePath: instancePath + "/bindings", schemaPath: "#/properties/bindings/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ContextsFile = validate28;
var schema47 = { title: "OidcClient", type: "object", description: "What an OpenID Connect provider knows enroutectl as. It is found by discovery.", additionalProperties: !1, required: ["issuer", "clientId"], properties: { issuer: { type: "string", pattern: "^https?://[^\\s?#]+$", description: "The issuer: an https URL, or http on this machine.", examples: ["https://id.example.com"] }, clientId: { type: "string", minLength: 1, description: "The identifier of the client.", examples: ["enroutectl"] }, grant: { enum: ["deviceCode", "clientCredentials"], default: "deviceCode", description: "`deviceCode`: a person logs in with a browser, on any device (RFC 8628); `clientCredentials`: a program proves itself by `clientSecret`." }, clientSecret: { $ref: "#/$defs/ClientSecret", description: "The secret of the client, which lies elsewhere; left out, it is a public one." }, scopes: { type: "array", description: "What is asked for.", items: { type: "string", pattern: "^[!#-\\[\\]-~]+$", examples: ["openid"] }, examples: [["openid", "offline_access"]] }, audience: { type: "string", minLength: 1, description: "Whom the token is for, where the provider wants that as `audience`.", examples: ["enroute"] }, resource: { type: "string", minLength: 1, description: "Whom the token is for, where the provider wants that as `resource` (RFC 8707).", examples: ["https://enroute.example.com"] } } }, pattern15 = new RegExp("^[!#-\\[\\]-~]+$", "u");
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.issuer === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "issuer" }, message: "must have required property 'issuer'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.clientId === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clientId" }, message: "must have required property 'clientId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "issuer" || key0 === "clientId" || key0 === "grant" || key0 === "clientSecret" || key0 === "scopes" || key0 === "audience" || key0 === "resource")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.issuer !== void 0) {
      let data0 = data.issuer;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err3 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data1 = data.clientId;
      if (typeof data1 == "string") {
        if (func0(data1) < 1) {
          let err5 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.grant !== void 0) {
      let data2 = data.grant;
      if (!(data2 === "deviceCode" || data2 === "clientCredentials")) {
        let err7 = { instancePath: instancePath + "/grant", schemaPath: "#/properties/grant/enum", keyword: "enum", params: { allowedValues: schema47.properties.grant.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.clientSecret !== void 0) {
      let data3 = data.clientSecret;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          if (!(key1 === "environment" || key1 === "file")) {
            let err8 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/ClientSecret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        if (data3.environment !== void 0) {
          let data4 = data3.environment;
          if (typeof data4 == "string") {
            if (func0(data4) < 1) {
              let err9 = { instancePath: instancePath + "/clientSecret/environment", schemaPath: "#/$defs/ClientSecret/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/clientSecret/environment", schemaPath: "#/$defs/ClientSecret/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data3.file !== void 0) {
          let data5 = data3.file;
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err11 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/ClientSecret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/ClientSecret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        let err13 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/ClientSecret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.scopes !== void 0) {
      let data6 = data.scopes;
      if (Array.isArray(data6)) {
        let len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 == "string") {
            if (!pattern15.test(data7)) {
              let err14 = { instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/pattern", keyword: "pattern", params: { pattern: "^[!#-\\[\\]-~]+$" }, message: 'must match pattern "^[!#-\\[\\]-~]+$"' };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.audience !== void 0) {
      let data8 = data.audience;
      if (typeof data8 == "string") {
        if (func0(data8) < 1) {
          let err17 = { instancePath: instancePath + "/audience", schemaPath: "#/properties/audience/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      } else {
        let err18 = { instancePath: instancePath + "/audience", schemaPath: "#/properties/audience/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resource !== void 0) {
      let data9 = data.resource;
      if (typeof data9 == "string") {
        if (func0(data9) < 1) {
          let err19 = { instancePath: instancePath + "/resource", schemaPath: "#/properties/resource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
      } else {
        let err20 = { instancePath: instancePath + "/resource", schemaPath: "#/properties/resource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate31.errors = vErrors, errors === 0;
}
validate31.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "apiKey" || key0 === "oidc")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.apiKey !== void 0) {
      let data0 = data.apiKey;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (let key1 in data0)
          if (!(key1 === "environment" || key1 === "file")) {
            let err1 = { instancePath: instancePath + "/apiKey", schemaPath: "#/$defs/ClientSecret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
          }
        if (data0.environment !== void 0) {
          let data1 = data0.environment;
          if (typeof data1 == "string") {
            if (func0(data1) < 1) {
              let err2 = { instancePath: instancePath + "/apiKey/environment", schemaPath: "#/$defs/ClientSecret/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = { instancePath: instancePath + "/apiKey/environment", schemaPath: "#/$defs/ClientSecret/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        if (data0.file !== void 0) {
          let data2 = data0.file;
          if (typeof data2 == "string") {
            if (func0(data2) < 1) {
              let err4 = { instancePath: instancePath + "/apiKey/file", schemaPath: "#/$defs/ClientSecret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/apiKey/file", schemaPath: "#/$defs/ClientSecret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      } else {
        let err6 = { instancePath: instancePath + "/apiKey", schemaPath: "#/$defs/ClientSecret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    data.oidc !== void 0 && (validate31(data.oidc, { instancePath: instancePath + "/oidc", parentData: data, parentDataProperty: "oidc", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors), errors = vErrors.length));
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
validate30.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "url" || key0 === "store" || key0 === "authentication")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 == "string") {
        if (!pattern4.test(data1)) {
          let err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.store !== void 0) {
      let data2 = data.store;
      if (typeof data2 == "string") {
        if (func0(data2) < 1) {
          let err6 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    data.authentication !== void 0 && (validate30(data.authentication, { instancePath: instancePath + "/authentication", parentData: data, parentDataProperty: "authentication", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length));
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "current" || key0 === "contexts")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.current !== void 0) {
      let data0 = data.current;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err1 = { instancePath: instancePath + "/current", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/current", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.contexts !== void 0) {
      let data1 = data.contexts;
      if (Array.isArray(data1)) {
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate29(data1[i0], { instancePath: instancePath + "/contexts/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/contexts", schemaPath: "#/properties/contexts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    let err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
validate28.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var DiscoveryFile = validate35;
var pattern16 = new RegExp("^[^*\\s]*\\*?$", "u"), pattern17 = new RegExp("^/.", "u");
var pattern23 = new RegExp("^[a-z0-9-]+$", "u");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "namespaces" || key0 === "region" || key0 === "endpoint" || key0 === "refreshEvery")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.namespaces !== void 0) {
      let data0 = data.namespaces;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err1 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func0(data1) < 1) {
              let err2 = { instancePath: instancePath + "/namespaces/" + i0, schemaPath: "#/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
            if (!pattern16.test(data1)) {
              let err3 = { instancePath: instancePath + "/namespaces/" + i0, schemaPath: "#/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/namespaces/" + i0, schemaPath: "#/properties/namespaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.region !== void 0) {
      let data2 = data.region;
      if (typeof data2 == "string") {
        if (!pattern23.test(data2)) {
          let err6 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, message: 'must match pattern "^[a-z0-9-]+$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.endpoint !== void 0) {
      let data3 = data.endpoint;
      if (typeof data3 == "string") {
        if (!pattern4.test(data3)) {
          let err8 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.refreshEvery !== void 0) {
      let data4 = data.refreshEvery;
      if (typeof data4 == "string") {
        if (!pattern6.test(data4)) {
          let err10 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    let err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
validate36.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern27 = new RegExp("^https?://[^\\s?#/]+/([^\\s?#]*/)?$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.servers === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "servers" }, message: "must have required property 'servers'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "servers" || key0 === "refreshEvery")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.servers !== void 0) {
      let data0 = data.servers;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.urlPrefix === void 0) {
              let err3 = { instancePath: instancePath + "/servers/" + i0, schemaPath: "#/$defs/EndpointServer/required", keyword: "required", params: { missingProperty: "urlPrefix" }, message: "must have required property 'urlPrefix'" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            for (let key1 in data1)
              if (!(key1 === "urlPrefix" || key1 === "tokenFile" || key1 === "certificateAuthority")) {
                let err4 = { instancePath: instancePath + "/servers/" + i0, schemaPath: "#/$defs/EndpointServer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
              }
            if (data1.urlPrefix !== void 0) {
              let data2 = data1.urlPrefix;
              if (typeof data2 == "string") {
                if (!pattern27.test(data2)) {
                  let err5 = { instancePath: instancePath + "/servers/" + i0 + "/urlPrefix", schemaPath: "#/$defs/EndpointServer/properties/urlPrefix/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#/]+/([^\\s?#]*/)?$" }, message: 'must match pattern "^https?://[^\\s?#/]+/([^\\s?#]*/)?$"' };
                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                }
              } else {
                let err6 = { instancePath: instancePath + "/servers/" + i0 + "/urlPrefix", schemaPath: "#/$defs/EndpointServer/properties/urlPrefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
              }
            }
            if (data1.tokenFile !== void 0) {
              let data3 = data1.tokenFile;
              if (typeof data3 == "string") {
                if (!pattern17.test(data3)) {
                  let err7 = { instancePath: instancePath + "/servers/" + i0 + "/tokenFile", schemaPath: "#/$defs/EndpointServer/properties/tokenFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
                  vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                }
              } else {
                let err8 = { instancePath: instancePath + "/servers/" + i0 + "/tokenFile", schemaPath: "#/$defs/EndpointServer/properties/tokenFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            }
            if (data1.certificateAuthority !== void 0) {
              let data4 = data1.certificateAuthority;
              if (typeof data4 == "string") {
                if (!pattern17.test(data4)) {
                  let err9 = { instancePath: instancePath + "/servers/" + i0 + "/certificateAuthority", schemaPath: "#/$defs/EndpointServer/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
                  vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                }
              } else {
                let err10 = { instancePath: instancePath + "/servers/" + i0 + "/certificateAuthority", schemaPath: "#/$defs/EndpointServer/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
          } else {
            let err11 = { instancePath: instancePath + "/servers/" + i0, schemaPath: "#/$defs/EndpointServer/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.refreshEvery !== void 0) {
      let data5 = data.refreshEvery;
      if (typeof data5 == "string") {
        if (!pattern6.test(data5)) {
          let err13 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate38.errors = vErrors, errors === 0;
}
validate38.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (key0 !== "refreshEvery") {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.refreshEvery !== void 0) {
      let data0 = data.refreshEvery;
      if (typeof data0 == "string") {
        if (!pattern6.test(data0)) {
          let err1 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate40.errors = vErrors, errors === 0;
}
validate40.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "kubernetes" || key0 === "consul" || key0 === "cloudMap" || key0 === "file" || key0 === "http" || key0 === "pushed")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.kubernetes !== void 0) {
      let data0 = data.kubernetes;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (let key1 in data0)
          if (!(key1 === "namespaces" || key1 === "kubeconfig" || key1 === "context")) {
            let err1 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/KubernetesEndpoints/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
          }
        if (data0.namespaces !== void 0) {
          let data1 = data0.namespaces;
          if (Array.isArray(data1)) {
            if (data1.length < 1) {
              let err2 = { instancePath: instancePath + "/kubernetes/namespaces", schemaPath: "#/$defs/KubernetesEndpoints/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
            let len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data2 = data1[i0];
              if (typeof data2 == "string") {
                if (func0(data2) < 1) {
                  let err3 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesEndpoints/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                if (!pattern16.test(data2)) {
                  let err4 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesEndpoints/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
                  vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                }
              } else {
                let err5 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesEndpoints/properties/namespaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
              }
            }
          } else {
            let err6 = { instancePath: instancePath + "/kubernetes/namespaces", schemaPath: "#/$defs/KubernetesEndpoints/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        if (data0.kubeconfig !== void 0) {
          let data3 = data0.kubeconfig;
          if (typeof data3 == "string") {
            if (!pattern17.test(data3)) {
              let err7 = { instancePath: instancePath + "/kubernetes/kubeconfig", schemaPath: "#/$defs/KubernetesEndpoints/properties/kubeconfig/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/kubernetes/kubeconfig", schemaPath: "#/$defs/KubernetesEndpoints/properties/kubeconfig/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data0.context !== void 0) {
          let data4 = data0.context;
          if (typeof data4 == "string") {
            if (func0(data4) < 1) {
              let err9 = { instancePath: instancePath + "/kubernetes/context", schemaPath: "#/$defs/KubernetesEndpoints/properties/context/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/kubernetes/context", schemaPath: "#/$defs/KubernetesEndpoints/properties/context/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/KubernetesEndpoints/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.consul !== void 0) {
      let data5 = data.consul;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (let key2 in data5)
          if (!(key2 === "address" || key2 === "tokenFile" || key2 === "certificateAuthority" || key2 === "services")) {
            let err12 = { instancePath: instancePath + "/consul", schemaPath: "#/$defs/ConsulEndpoints/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data5.address !== void 0) {
          let data6 = data5.address;
          if (typeof data6 == "string") {
            if (!pattern4.test(data6)) {
              let err13 = { instancePath: instancePath + "/consul/address", schemaPath: "#/$defs/ConsulEndpoints/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/consul/address", schemaPath: "#/$defs/ConsulEndpoints/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data5.tokenFile !== void 0) {
          let data7 = data5.tokenFile;
          if (typeof data7 == "string") {
            if (!pattern17.test(data7)) {
              let err15 = { instancePath: instancePath + "/consul/tokenFile", schemaPath: "#/$defs/ConsulEndpoints/properties/tokenFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          } else {
            let err16 = { instancePath: instancePath + "/consul/tokenFile", schemaPath: "#/$defs/ConsulEndpoints/properties/tokenFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
        if (data5.certificateAuthority !== void 0) {
          let data8 = data5.certificateAuthority;
          if (typeof data8 == "string") {
            if (!pattern17.test(data8)) {
              let err17 = { instancePath: instancePath + "/consul/certificateAuthority", schemaPath: "#/$defs/ConsulEndpoints/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/consul/certificateAuthority", schemaPath: "#/$defs/ConsulEndpoints/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data5.services !== void 0) {
          let data9 = data5.services;
          if (Array.isArray(data9)) {
            if (data9.length < 1) {
              let err19 = { instancePath: instancePath + "/consul/services", schemaPath: "#/$defs/ConsulEndpoints/properties/services/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            let len1 = data9.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data10 = data9[i1];
              if (typeof data10 == "string") {
                if (func0(data10) < 1) {
                  let err20 = { instancePath: instancePath + "/consul/services/" + i1, schemaPath: "#/$defs/ConsulEndpoints/properties/services/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                }
                if (!pattern16.test(data10)) {
                  let err21 = { instancePath: instancePath + "/consul/services/" + i1, schemaPath: "#/$defs/ConsulEndpoints/properties/services/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
                  vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                }
              } else {
                let err22 = { instancePath: instancePath + "/consul/services/" + i1, schemaPath: "#/$defs/ConsulEndpoints/properties/services/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            }
          } else {
            let err23 = { instancePath: instancePath + "/consul/services", schemaPath: "#/$defs/ConsulEndpoints/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/consul", schemaPath: "#/$defs/ConsulEndpoints/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.cloudMap !== void 0 && (validate36(data.cloudMap, { instancePath: instancePath + "/cloudMap", parentData: data, parentDataProperty: "cloudMap", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length)), data.file !== void 0) {
      let data12 = data.file;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (data12.folders === void 0) {
          let err25 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/FileEndpoints/required", keyword: "required", params: { missingProperty: "folders" }, message: "must have required property 'folders'" };
          vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
        }
        for (let key3 in data12)
          if (key3 !== "folders") {
            let err26 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/FileEndpoints/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        if (data12.folders !== void 0) {
          let data13 = data12.folders;
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              let err27 = { instancePath: instancePath + "/file/folders", schemaPath: "#/$defs/FileEndpoints/properties/folders/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
            }
            let len2 = data13.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data14 = data13[i2];
              if (typeof data14 == "string") {
                if (!pattern17.test(data14)) {
                  let err28 = { instancePath: instancePath + "/file/folders/" + i2, schemaPath: "#/$defs/FileEndpoints/properties/folders/items/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
                  vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                }
              } else {
                let err29 = { instancePath: instancePath + "/file/folders/" + i2, schemaPath: "#/$defs/FileEndpoints/properties/folders/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            }
          } else {
            let err30 = { instancePath: instancePath + "/file/folders", schemaPath: "#/$defs/FileEndpoints/properties/folders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
        }
      } else {
        let err31 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/FileEndpoints/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    data.http !== void 0 && (validate38(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length)), data.pushed !== void 0 && (validate40(data.pushed, { instancePath: instancePath + "/pushed", parentData: data, parentDataProperty: "pushed", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors), errors = vErrors.length));
  } else {
    let err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
validate35.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var EndpointList = validate42;
var schema61 = { title: "Endpoint", type: "object", description: "An address that serves the upstream. Give exactly one of `address`, with a `port`, and `unixSocket`.", additionalProperties: !1, properties: { address: { $ref: "#/$defs/IpAddress", description: "The IP address. For a host name use `dns`." }, port: { $ref: "#/$defs/Port", description: "The port; only with `address`, which needs it." }, additionalAddresses: { type: "array", minItems: 1, uniqueItems: !0, maxItems: 32, description: "More addresses of the same endpoint, on the same port, such as the one of the other family. Envoy tries the next when one takes longer than 300 milliseconds, and keeps the first that answers (Happy Eyeballs).", items: { $ref: "#/$defs/IpAddress" }, examples: [["2001:db8::7"]] }, unixSocket: { type: "string", pattern: "^[/@][!-~]{1,106}$", description: "A socket on the Envoy's machine: its absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters.", examples: ["/run/cart.sock", "@cart"] }, weight: { type: "integer", minimum: 1, maximum: 1e6, description: "Its share of the requests, relative to the others; all the same, if left out.", examples: [2] }, hostname: { $ref: "#/$defs/PreciseHostname", description: "The name for health checks, for `rewrite.host.fromUpstream` and for `consistentHashing.useHostname`." }, priority: { type: "integer", minimum: 0, maximum: 128, description: "Endpoints of a higher number get requests only as far as those of lower numbers are not healthy (see `loadBalancing.overprovisioningFactor`); 0, if left out.", examples: [1] }, locality: { $ref: "#/$defs/Locality", description: "Where it runs; nowhere in particular, if left out." }, labels: { $ref: "#/$defs/Labels", description: "What `loadBalancing.subsets` choose by. Access logs can show them (`%UPSTREAM_METADATA(envoy.lb:version)%`)." }, status: { enum: ["healthy", "degraded", "draining"], description: "What is known of it apart from health checks: it is well (the default); it gets requests only as far as there are not enough others (`degraded`); or it gets no new ones and counts as unhealthy (`draining`)." }, hashKey: { type: "string", minLength: 1, description: "What the policies `ringHash` and `maglev` know it by, so that it keeps its requests when its address changes; the address, if left out.", examples: ["cart-0"] }, healthCheck: { $ref: "#/$defs/EndpointHealthCheck", description: "What is particular about its health checks." } }, exactlyOne: ["address", "unixSocket"], needless: { port: ["unixSocket"], additionalAddresses: ["unixSocket"] } };
var func19 = Object.prototype.hasOwnProperty, pattern32 = new RegExp("^[/@][!-~]{1,106}$", "u");
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "port" || key0 === "address" || key0 === "disabled")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.port !== void 0) {
      let data0 = data.port;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err2 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err5 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.disabled !== void 0 && data.disabled !== !0) {
      let err6 = { instancePath: instancePath + "/disabled", schemaPath: "#/properties/disabled/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate44.errors = vErrors, errors === 0;
}
validate44.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func19.call(schema61.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err1 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err2 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err3 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
    }
    if (data.additionalAddresses !== void 0) {
      let data2 = data.additionalAddresses;
      if (Array.isArray(data2)) {
        if (data2.length > 32) {
          let err5 = { instancePath: instancePath + "/additionalAddresses", schemaPath: "#/properties/additionalAddresses/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2.length < 1) {
          let err6 = { instancePath: instancePath + "/additionalAddresses", schemaPath: "#/properties/additionalAddresses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data2[i0] != "string") {
            let err7 = { instancePath: instancePath + "/additionalAddresses/" + i0, schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
      } else {
        let err8 = { instancePath: instancePath + "/additionalAddresses", schemaPath: "#/properties/additionalAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.unixSocket !== void 0) {
      let data4 = data.unixSocket;
      if (typeof data4 == "string") {
        if (!pattern32.test(data4)) {
          let err9 = { instancePath: instancePath + "/unixSocket", schemaPath: "#/properties/unixSocket/pattern", keyword: "pattern", params: { pattern: "^[/@][!-~]{1,106}$" }, message: 'must match pattern "^[/@][!-~]{1,106}$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/unixSocket", schemaPath: "#/properties/unixSocket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.weight !== void 0) {
      let data5 = data.weight;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err11 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          let err12 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          let err13 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      }
    }
    if (data.hostname !== void 0 && typeof data.hostname != "string") {
      let err14 = { instancePath: instancePath + "/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.priority !== void 0) {
      let data7 = data.priority;
      if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
        let err15 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 128 || isNaN(data7)) {
          let err16 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/maximum", keyword: "maximum", params: { comparison: "<=", limit: 128 }, message: "must be <= 128" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data7 < 0 || isNaN(data7)) {
          let err17 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      }
    }
    if (data.locality !== void 0) {
      let data8 = data.locality;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          let err18 = { instancePath: instancePath + "/locality", schemaPath: "#/$defs/Locality/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        for (let key1 in data8)
          if (!(key1 === "region" || key1 === "zone" || key1 === "subZone")) {
            let err19 = { instancePath: instancePath + "/locality", schemaPath: "#/$defs/Locality/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        if (data8.region !== void 0) {
          let data9 = data8.region;
          if (typeof data9 == "string") {
            if (func0(data9) < 1) {
              let err20 = { instancePath: instancePath + "/locality/region", schemaPath: "#/$defs/Locality/properties/region/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/locality/region", schemaPath: "#/$defs/Locality/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data8.zone !== void 0) {
          let data10 = data8.zone;
          if (typeof data10 == "string") {
            if (func0(data10) < 1) {
              let err22 = { instancePath: instancePath + "/locality/zone", schemaPath: "#/$defs/Locality/properties/zone/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/locality/zone", schemaPath: "#/$defs/Locality/properties/zone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data8.subZone !== void 0) {
          let data11 = data8.subZone;
          if (typeof data11 == "string") {
            if (func0(data11) < 1) {
              let err24 = { instancePath: instancePath + "/locality/subZone", schemaPath: "#/$defs/Locality/properties/subZone/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
          } else {
            let err25 = { instancePath: instancePath + "/locality/subZone", schemaPath: "#/$defs/Locality/properties/subZone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
      } else {
        let err26 = { instancePath: instancePath + "/locality", schemaPath: "#/$defs/Locality/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
    if (data.labels !== void 0) {
      let data12 = data.labels;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (let key2 in data12)
          if (typeof data12[key2] != "string") {
            let err27 = { instancePath: instancePath + "/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
      } else {
        let err28 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/Labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.status !== void 0) {
      let data14 = data.status;
      if (!(data14 === "healthy" || data14 === "degraded" || data14 === "draining")) {
        let err29 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema61.properties.status.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.hashKey !== void 0) {
      let data15 = data.hashKey;
      if (typeof data15 == "string") {
        if (func0(data15) < 1) {
          let err30 = { instancePath: instancePath + "/hashKey", schemaPath: "#/properties/hashKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
      } else {
        let err31 = { instancePath: instancePath + "/hashKey", schemaPath: "#/properties/hashKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    data.healthCheck !== void 0 && (validate44(data.healthCheck, { instancePath: instancePath + "/healthCheck", parentData: data, parentDataProperty: "healthCheck", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length));
  } else {
    let err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
  }
  return validate43.errors = vErrors, errors === 0;
}
validate43.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern33 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$", "u");
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.endpoints === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "endpoints" }, message: "must have required property 'endpoints'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "endpoints" || key0 === "expires")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.endpoints !== void 0) {
      let data0 = data.endpoints;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate43(data0[i0], { instancePath: instancePath + "/endpoints/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors), errors = vErrors.length);
      } else {
        let err2 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.expires !== void 0) {
      let data2 = data.expires;
      if (typeof data2 == "string") {
        if (!pattern33.test(data2)) {
          let err3 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}
validate42.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var NodePolicyFile = validate47;
var pattern34 = new RegExp("^(\\*|[^/*\\s]+/(\\*|[^/*\\s]+))$", "u"), pattern35 = new RegExp("^(\\*|\\*?[^*]+|[^*]+\\*)$", "u");
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.rules === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "rules" }, message: "must have required property 'rules'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (key0 !== "rules") {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.rules !== void 0) {
      let data0 = data.rules;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            for (let key1 in data1)
              if (!(key1 === "uri" || key1 === "dns" || key1 === "gateways" || key1 === "nodes" || key1 === "clusters")) {
                let err2 = { instancePath: instancePath + "/rules/" + i0, schemaPath: "#/$defs/NodeRule/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
              }
            if (data1.uri !== void 0) {
              let data2 = data1.uri;
              if (typeof data2 == "string") {
                if (func0(data2) < 1) {
                  let err3 = { instancePath: instancePath + "/rules/" + i0 + "/uri", schemaPath: "#/$defs/NodeRule/properties/uri/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
              } else {
                let err4 = { instancePath: instancePath + "/rules/" + i0 + "/uri", schemaPath: "#/$defs/NodeRule/properties/uri/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
              }
            }
            if (data1.dns !== void 0) {
              let data3 = data1.dns;
              if (typeof data3 == "string") {
                if (func0(data3) < 1) {
                  let err5 = { instancePath: instancePath + "/rules/" + i0 + "/dns", schemaPath: "#/$defs/NodeRule/properties/dns/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                }
              } else {
                let err6 = { instancePath: instancePath + "/rules/" + i0 + "/dns", schemaPath: "#/$defs/NodeRule/properties/dns/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
              }
            }
            if (data1.gateways !== void 0) {
              let data4 = data1.gateways;
              if (Array.isArray(data4)) {
                if (data4.length < 1) {
                  let err7 = { instancePath: instancePath + "/rules/" + i0 + "/gateways", schemaPath: "#/$defs/NodeRule/properties/gateways/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                }
                let len1 = data4.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data5 = data4[i1];
                  if (typeof data5 == "string") {
                    if (!pattern34.test(data5)) {
                      let err8 = { instancePath: instancePath + "/rules/" + i0 + "/gateways/" + i1, schemaPath: "#/$defs/NodeRule/properties/gateways/items/pattern", keyword: "pattern", params: { pattern: "^(\\*|[^/*\\s]+/(\\*|[^/*\\s]+))$" }, message: 'must match pattern "^(\\*|[^/*\\s]+/(\\*|[^/*\\s]+))$"' };
                      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                    }
                  } else {
                    let err9 = { instancePath: instancePath + "/rules/" + i0 + "/gateways/" + i1, schemaPath: "#/$defs/NodeRule/properties/gateways/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                  }
                }
              } else {
                let err10 = { instancePath: instancePath + "/rules/" + i0 + "/gateways", schemaPath: "#/$defs/NodeRule/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
            if (data1.nodes !== void 0) {
              let data6 = data1.nodes;
              if (Array.isArray(data6)) {
                if (data6.length < 1) {
                  let err11 = { instancePath: instancePath + "/rules/" + i0 + "/nodes", schemaPath: "#/$defs/NodeRule/properties/nodes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
                let len2 = data6.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data7 = data6[i2];
                  if (typeof data7 == "string") {
                    if (!pattern35.test(data7)) {
                      let err12 = { instancePath: instancePath + "/rules/" + i0 + "/nodes/" + i2, schemaPath: "#/$defs/NodeRule/properties/nodes/items/pattern", keyword: "pattern", params: { pattern: "^(\\*|\\*?[^*]+|[^*]+\\*)$" }, message: 'must match pattern "^(\\*|\\*?[^*]+|[^*]+\\*)$"' };
                      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                    }
                  } else {
                    let err13 = { instancePath: instancePath + "/rules/" + i0 + "/nodes/" + i2, schemaPath: "#/$defs/NodeRule/properties/nodes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                  }
                }
              } else {
                let err14 = { instancePath: instancePath + "/rules/" + i0 + "/nodes", schemaPath: "#/$defs/NodeRule/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
              }
            }
            if (data1.clusters !== void 0) {
              let data8 = data1.clusters;
              if (Array.isArray(data8)) {
                if (data8.length < 1) {
                  let err15 = { instancePath: instancePath + "/rules/" + i0 + "/clusters", schemaPath: "#/$defs/NodeRule/properties/clusters/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                }
                let len3 = data8.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data9 = data8[i3];
                  if (typeof data9 == "string") {
                    if (!pattern35.test(data9)) {
                      let err16 = { instancePath: instancePath + "/rules/" + i0 + "/clusters/" + i3, schemaPath: "#/$defs/NodeRule/properties/clusters/items/pattern", keyword: "pattern", params: { pattern: "^(\\*|\\*?[^*]+|[^*]+\\*)$" }, message: 'must match pattern "^(\\*|\\*?[^*]+|[^*]+\\*)$"' };
                      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                    }
                  } else {
                    let err17 = { instancePath: instancePath + "/rules/" + i0 + "/clusters/" + i3, schemaPath: "#/$defs/NodeRule/properties/clusters/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                  }
                }
              } else {
                let err18 = { instancePath: instancePath + "/rules/" + i0 + "/clusters", schemaPath: "#/$defs/NodeRule/properties/clusters/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
          } else {
            let err19 = { instancePath: instancePath + "/rules/" + i0, schemaPath: "#/$defs/NodeRule/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate47.errors = vErrors, errors === 0;
}
validate47.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var SecretProvidersFile = validate48;
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.secrets === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "secrets" }, message: "must have required property 'secrets'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "secrets" || key0 === "region" || key0 === "endpoint" || key0 === "refreshEvery")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.secrets !== void 0) {
      let data0 = data.secrets;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func0(data1) < 1) {
              let err3 = { instancePath: instancePath + "/secrets/" + i0, schemaPath: "#/properties/secrets/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            if (!pattern16.test(data1)) {
              let err4 = { instancePath: instancePath + "/secrets/" + i0, schemaPath: "#/properties/secrets/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/secrets/" + i0, schemaPath: "#/properties/secrets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      } else {
        let err6 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.region !== void 0) {
      let data2 = data.region;
      if (typeof data2 == "string") {
        if (func0(data2) < 1) {
          let err7 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (!pattern23.test(data2)) {
          let err8 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, message: 'must match pattern "^[a-z0-9-]+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.endpoint !== void 0) {
      let data3 = data.endpoint;
      if (typeof data3 == "string") {
        if (func0(data3) < 1) {
          let err10 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (!pattern4.test(data3)) {
          let err11 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.refreshEvery !== void 0) {
      let data4 = data.refreshEvery;
      if (typeof data4 == "string") {
        if (!pattern6.test(data4)) {
          let err13 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate49.errors = vErrors, errors === 0;
}
validate49.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern43 = new RegExp("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", "u");
var pattern46 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "tokenFile" || key0 === "tokenVariable" || key0 === "kubernetes" || key0 === "appRole")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.tokenFile !== void 0) {
      let data0 = data.tokenFile;
      if (typeof data0 == "string") {
        if (func0(data0) < 1) {
          let err1 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (!pattern17.test(data0)) {
          let err2 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.tokenVariable !== void 0) {
      let data1 = data.tokenVariable;
      if (typeof data1 == "string") {
        if (func0(data1) < 1) {
          let err4 = { instancePath: instancePath + "/tokenVariable", schemaPath: "#/properties/tokenVariable/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (!pattern46.test(data1)) {
          let err5 = { instancePath: instancePath + "/tokenVariable", schemaPath: "#/properties/tokenVariable/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/tokenVariable", schemaPath: "#/properties/tokenVariable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.kubernetes !== void 0) {
      let data2 = data.kubernetes;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.role === void 0) {
          let err7 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/VaultKubernetesLogin/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        for (let key1 in data2)
          if (!(key1 === "role" || key1 === "mount" || key1 === "tokenFile")) {
            let err8 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/VaultKubernetesLogin/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        if (data2.role !== void 0) {
          let data3 = data2.role;
          if (typeof data3 == "string") {
            if (func0(data3) < 1) {
              let err9 = { instancePath: instancePath + "/kubernetes/role", schemaPath: "#/$defs/VaultKubernetesLogin/properties/role/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/kubernetes/role", schemaPath: "#/$defs/VaultKubernetesLogin/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data2.mount !== void 0) {
          let data4 = data2.mount;
          if (typeof data4 == "string") {
            if (func0(data4) < 1) {
              let err11 = { instancePath: instancePath + "/kubernetes/mount", schemaPath: "#/$defs/VaultKubernetesLogin/properties/mount/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/kubernetes/mount", schemaPath: "#/$defs/VaultKubernetesLogin/properties/mount/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        if (data2.tokenFile !== void 0) {
          let data5 = data2.tokenFile;
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err13 = { instancePath: instancePath + "/kubernetes/tokenFile", schemaPath: "#/$defs/VaultKubernetesLogin/properties/tokenFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (!pattern17.test(data5)) {
              let err14 = { instancePath: instancePath + "/kubernetes/tokenFile", schemaPath: "#/$defs/VaultKubernetesLogin/properties/tokenFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/kubernetes/tokenFile", schemaPath: "#/$defs/VaultKubernetesLogin/properties/tokenFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/VaultKubernetesLogin/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.appRole !== void 0) {
      let data6 = data.appRole;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.roleIdFile === void 0) {
          let err17 = { instancePath: instancePath + "/appRole", schemaPath: "#/$defs/VaultAppRoleLogin/required", keyword: "required", params: { missingProperty: "roleIdFile" }, message: "must have required property 'roleIdFile'" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (data6.secretIdFile === void 0) {
          let err18 = { instancePath: instancePath + "/appRole", schemaPath: "#/$defs/VaultAppRoleLogin/required", keyword: "required", params: { missingProperty: "secretIdFile" }, message: "must have required property 'secretIdFile'" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        for (let key2 in data6)
          if (!(key2 === "mount" || key2 === "roleIdFile" || key2 === "secretIdFile")) {
            let err19 = { instancePath: instancePath + "/appRole", schemaPath: "#/$defs/VaultAppRoleLogin/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        if (data6.mount !== void 0) {
          let data7 = data6.mount;
          if (typeof data7 == "string") {
            if (func0(data7) < 1) {
              let err20 = { instancePath: instancePath + "/appRole/mount", schemaPath: "#/$defs/VaultAppRoleLogin/properties/mount/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/appRole/mount", schemaPath: "#/$defs/VaultAppRoleLogin/properties/mount/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data6.roleIdFile !== void 0) {
          let data8 = data6.roleIdFile;
          if (typeof data8 == "string") {
            if (func0(data8) < 1) {
              let err22 = { instancePath: instancePath + "/appRole/roleIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/roleIdFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            if (!pattern17.test(data8)) {
              let err23 = { instancePath: instancePath + "/appRole/roleIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/roleIdFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
          } else {
            let err24 = { instancePath: instancePath + "/appRole/roleIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/roleIdFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
        if (data6.secretIdFile !== void 0) {
          let data9 = data6.secretIdFile;
          if (typeof data9 == "string") {
            if (func0(data9) < 1) {
              let err25 = { instancePath: instancePath + "/appRole/secretIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/secretIdFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            if (!pattern17.test(data9)) {
              let err26 = { instancePath: instancePath + "/appRole/secretIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/secretIdFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
          } else {
            let err27 = { instancePath: instancePath + "/appRole/secretIdFile", schemaPath: "#/$defs/VaultAppRoleLogin/properties/secretIdFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
      } else {
        let err28 = { instancePath: instancePath + "/appRole", schemaPath: "#/$defs/VaultAppRoleLogin/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
  } else {
    let err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
  }
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.paths === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paths" }, message: "must have required property 'paths'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.authentication === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "authentication" }, message: "must have required property 'authentication'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "address" || key0 === "paths" || key0 === "namespace" || key0 === "namespaces" || key0 === "authentication" || key0 === "certificateAuthority" || key0 === "refreshEvery")) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.address !== void 0) {
      let data0 = data.address;
      if (typeof data0 == "string") {
        if (func0(data0) < 1) {
          let err4 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (!pattern4.test(data0)) {
          let err5 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#]+$" }, message: 'must match pattern "^https?://[^\\s?#]+$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.paths !== void 0) {
      let data1 = data.paths;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err7 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (func0(data2) < 1) {
              let err8 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (!pattern16.test(data2)) {
              let err9 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.namespace !== void 0) {
      let data3 = data.namespace;
      if (typeof data3 == "string") {
        if (func0(data3) < 1) {
          let err12 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (!pattern43.test(data3)) {
          let err13 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$" }, message: 'must match pattern "^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.namespaces !== void 0) {
      let data4 = data.namespaces;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err15 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err16 = { instancePath: instancePath + "/namespaces/" + i1, schemaPath: "#/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
            if (!pattern16.test(data5)) {
              let err17 = { instancePath: instancePath + "/namespaces/" + i1, schemaPath: "#/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/namespaces/" + i1, schemaPath: "#/properties/namespaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.authentication !== void 0 && (validate52(data.authentication, { instancePath: instancePath + "/authentication", parentData: data, parentDataProperty: "authentication", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length)), data.certificateAuthority !== void 0) {
      let data7 = data.certificateAuthority;
      if (typeof data7 == "string") {
        if (func0(data7) < 1) {
          let err20 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (!pattern17.test(data7)) {
          let err21 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      } else {
        let err22 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.refreshEvery !== void 0) {
      let data8 = data.refreshEvery;
      if (typeof data8 == "string") {
        if (!pattern6.test(data8)) {
          let err23 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      } else {
        let err24 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
  } else {
    let err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
  }
  return validate51.errors = vErrors, errors === 0;
}
validate51.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.urlPrefix === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "urlPrefix" }, message: "must have required property 'urlPrefix'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "urlPrefix" || key0 === "tokenFile" || key0 === "certificateAuthority" || key0 === "clientCertificate")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.urlPrefix !== void 0) {
      let data0 = data.urlPrefix;
      if (typeof data0 == "string") {
        if (func0(data0) < 1) {
          let err2 = { instancePath: instancePath + "/urlPrefix", schemaPath: "#/properties/urlPrefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (!pattern27.test(data0)) {
          let err3 = { instancePath: instancePath + "/urlPrefix", schemaPath: "#/properties/urlPrefix/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s?#/]+/([^\\s?#]*/)?$" }, message: 'must match pattern "^https?://[^\\s?#/]+/([^\\s?#]*/)?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/urlPrefix", schemaPath: "#/properties/urlPrefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.tokenFile !== void 0) {
      let data1 = data.tokenFile;
      if (typeof data1 == "string") {
        if (func0(data1) < 1) {
          let err5 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (!pattern17.test(data1)) {
          let err6 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/tokenFile", schemaPath: "#/properties/tokenFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.certificateAuthority !== void 0) {
      let data2 = data.certificateAuthority;
      if (typeof data2 == "string") {
        if (func0(data2) < 1) {
          let err8 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (!pattern17.test(data2)) {
          let err9 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.clientCertificate !== void 0) {
      let data3 = data.clientCertificate;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.certificateChain === void 0) {
          let err11 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/ClientCertificateFiles/required", keyword: "required", params: { missingProperty: "certificateChain" }, message: "must have required property 'certificateChain'" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data3.privateKey === void 0) {
          let err12 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/ClientCertificateFiles/required", keyword: "required", params: { missingProperty: "privateKey" }, message: "must have required property 'privateKey'" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "certificateChain" || key1 === "privateKey")) {
            let err13 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/ClientCertificateFiles/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        if (data3.certificateChain !== void 0) {
          let data4 = data3.certificateChain;
          if (typeof data4 == "string") {
            if (func0(data4) < 1) {
              let err14 = { instancePath: instancePath + "/clientCertificate/certificateChain", schemaPath: "#/$defs/ClientCertificateFiles/properties/certificateChain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (!pattern17.test(data4)) {
              let err15 = { instancePath: instancePath + "/clientCertificate/certificateChain", schemaPath: "#/$defs/ClientCertificateFiles/properties/certificateChain/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          } else {
            let err16 = { instancePath: instancePath + "/clientCertificate/certificateChain", schemaPath: "#/$defs/ClientCertificateFiles/properties/certificateChain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
        if (data3.privateKey !== void 0) {
          let data5 = data3.privateKey;
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err17 = { instancePath: instancePath + "/clientCertificate/privateKey", schemaPath: "#/$defs/ClientCertificateFiles/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (!pattern17.test(data5)) {
              let err18 = { instancePath: instancePath + "/clientCertificate/privateKey", schemaPath: "#/$defs/ClientCertificateFiles/properties/privateKey/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
          } else {
            let err19 = { instancePath: instancePath + "/clientCertificate/privateKey", schemaPath: "#/$defs/ClientCertificateFiles/properties/privateKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/ClientCertificateFiles/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.servers === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "servers" }, message: "must have required property 'servers'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "servers" || key0 === "refreshEvery")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.servers !== void 0) {
      let data0 = data.servers;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate56(data0[i0], { instancePath: instancePath + "/servers/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.refreshEvery !== void 0) {
      let data2 = data.refreshEvery;
      if (typeof data2 == "string") {
        if (!pattern6.test(data2)) {
          let err4 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/refreshEvery", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "awsSecretsManager" || key0 === "vault" || key0 === "kubernetes" || key0 === "http")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.awsSecretsManager !== void 0 && (validate49(data.awsSecretsManager, { instancePath: instancePath + "/awsSecretsManager", parentData: data, parentDataProperty: "awsSecretsManager", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors), errors = vErrors.length)), data.vault !== void 0 && (validate51(data.vault, { instancePath: instancePath + "/vault", parentData: data, parentDataProperty: "vault", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors), errors = vErrors.length)), data.kubernetes !== void 0) {
      let data2 = data.kubernetes;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "namespaces" || key1 === "kubeconfig" || key1 === "context")) {
            let err1 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/KubernetesProvider/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
          }
        if (data2.namespaces !== void 0) {
          let data3 = data2.namespaces;
          if (Array.isArray(data3)) {
            if (data3.length < 1) {
              let err2 = { instancePath: instancePath + "/kubernetes/namespaces", schemaPath: "#/$defs/KubernetesProvider/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
            let len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (typeof data4 == "string") {
                if (func0(data4) < 1) {
                  let err3 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesProvider/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                if (!pattern16.test(data4)) {
                  let err4 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesProvider/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^[^*\\s]*\\*?$" }, message: 'must match pattern "^[^*\\s]*\\*?$"' };
                  vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                }
              } else {
                let err5 = { instancePath: instancePath + "/kubernetes/namespaces/" + i0, schemaPath: "#/$defs/KubernetesProvider/properties/namespaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
              }
            }
          } else {
            let err6 = { instancePath: instancePath + "/kubernetes/namespaces", schemaPath: "#/$defs/KubernetesProvider/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        if (data2.kubeconfig !== void 0) {
          let data5 = data2.kubeconfig;
          if (typeof data5 == "string") {
            if (func0(data5) < 1) {
              let err7 = { instancePath: instancePath + "/kubernetes/kubeconfig", schemaPath: "#/$defs/KubernetesProvider/properties/kubeconfig/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (!pattern17.test(data5)) {
              let err8 = { instancePath: instancePath + "/kubernetes/kubeconfig", schemaPath: "#/$defs/KubernetesProvider/properties/kubeconfig/pattern", keyword: "pattern", params: { pattern: "^/." }, message: 'must match pattern "^/."' };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/kubernetes/kubeconfig", schemaPath: "#/$defs/KubernetesProvider/properties/kubeconfig/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data2.context !== void 0) {
          let data6 = data2.context;
          if (typeof data6 == "string") {
            if (func0(data6) < 1) {
              let err10 = { instancePath: instancePath + "/kubernetes/context", schemaPath: "#/$defs/KubernetesProvider/properties/context/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/kubernetes/context", schemaPath: "#/$defs/KubernetesProvider/properties/context/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/kubernetes", schemaPath: "#/$defs/KubernetesProvider/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    data.http !== void 0 && (validate55(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length));
  } else {
    let err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate48.errors = vErrors, errors === 0;
}
validate48.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  AccessPolicyFile,
  ContextsFile,
  DiscoveryFile,
  EndpointList,
  NodePolicyFile,
  SecretProvidersFile
};
