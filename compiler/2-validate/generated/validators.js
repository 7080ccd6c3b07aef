// Validators of the kinds, one a kind. Generated from schemas/ by `npm run generate`. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return !0;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return !1;
        var length, i, keys;
        if (Array.isArray(a)) {
          if (length = a.length, length != b.length) return !1;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return !1;
          return !0;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        if (keys = Object.keys(a), length = keys.length, length !== Object.keys(b).length) return !1;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return !1;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return !1;
        }
        return !0;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

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
var Filter = validate21;
var pattern4 = new RegExp("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", "u"), pattern5 = new RegExp("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "namespace" || key0 === "labels" || key0 === "annotations")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.namespace !== void 0) {
      let data1 = data.namespace;
      if (typeof data1 == "string") {
        if (!pattern5.test(data1)) {
          let err4 = { instancePath: instancePath + "/namespace", schemaPath: "#/$defs/Namespace/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/namespace", schemaPath: "#/$defs/Namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.labels !== void 0) {
      let data2 = data.labels;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (typeof data2[key1] != "string") {
            let err6 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
      } else {
        let err7 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/Labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.annotations !== void 0) {
      let data4 = data.annotations;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key2 in data4)
          if (typeof data4[key2] != "string") {
            let err8 = { instancePath: instancePath + "/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
      } else {
        let err9 = { instancePath: instancePath + "/annotations", schemaPath: "#/properties/annotations/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema38 = { title: "AdaptiveConcurrency", type: "object", description: "Limits how many requests run at once, by how long they take: while answers are as fast as on an idle upstream the limit grows, when they get slower it shrinks. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.", additionalProperties: !1, required: ["type"], properties: { type: { const: "adaptive-concurrency", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, percentile: { $ref: "#/$defs/Percentage", default: 50, description: "Which of the measured times counts: the one that this share of requests, in percent, does not exceed." }, updateInterval: { $ref: "#/$defs/PositiveDuration", default: "100ms", description: "How often the limit is calculated anew." }, maximumConcurrency: { type: "integer", minimum: 1, maximum: 4294967295, default: 1e3, description: "The highest limit.", examples: [500] }, minimumConcurrency: { type: "integer", minimum: 1, maximum: 4294967295, default: 3, description: "The lowest limit.", examples: [10] }, idleTime: { $ref: "#/$defs/IdleTime", default: { measured: {} }, description: "How long answers take while the upstream is idle, which others are compared with." }, tolerance: { $ref: "#/$defs/Percentage", default: 25, description: "How much longer than that an answer may take, in percent, before it counts as slower." }, statusCode: { $ref: "#/$defs/ErrorStatusCode", default: 503, description: "The status code of a request that is refused." } }, examples: [{ type: "adaptive-concurrency", maximumConcurrency: 200 }] };
var schema47 = { description: "A status code of an error, one of those that Envoy has a name for.", enum: [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 426, 428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511], examples: [429] }, func1 = Object.prototype.hasOwnProperty, pattern6 = new RegExp("^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$", "u"), pattern7 = new RegExp("^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$", "u");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "fixed" || key0 === "measured")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.fixed !== void 0) {
      let data0 = data.fixed;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err1 = { instancePath: instancePath + "/fixed", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/fixed", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.measured !== void 0) {
      let data1 = data.measured;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (let key1 in data1)
          if (!(key1 === "interval" || key1 === "jitter" || key1 === "requests" || key1 === "concurrency")) {
            let err3 = { instancePath: instancePath + "/measured", schemaPath: "#/properties/measured/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        if (data1.interval !== void 0) {
          let data2 = data1.interval;
          if (typeof data2 == "string") {
            if (!pattern7.test(data2)) {
              let err4 = { instancePath: instancePath + "/measured/interval", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/measured/interval", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        if (data1.jitter !== void 0) {
          let data3 = data1.jitter;
          if (typeof data3 == "number" && isFinite(data3)) {
            if (data3 > 100 || isNaN(data3)) {
              let err6 = { instancePath: instancePath + "/measured/jitter", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data3 < 0 || isNaN(data3)) {
              let err7 = { instancePath: instancePath + "/measured/jitter", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/measured/jitter", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data1.requests !== void 0) {
          let data4 = data1.requests;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            let err9 = { instancePath: instancePath + "/measured/requests", schemaPath: "#/properties/measured/properties/requests/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 4294967295 || isNaN(data4)) {
              let err10 = { instancePath: instancePath + "/measured/requests", schemaPath: "#/properties/measured/properties/requests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data4 < 1 || isNaN(data4)) {
              let err11 = { instancePath: instancePath + "/measured/requests", schemaPath: "#/properties/measured/properties/requests/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          }
        }
        if (data1.concurrency !== void 0) {
          let data5 = data1.concurrency;
          if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
            let err12 = { instancePath: instancePath + "/measured/concurrency", schemaPath: "#/properties/measured/properties/concurrency/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 4294967295 || isNaN(data5)) {
              let err13 = { instancePath: instancePath + "/measured/concurrency", schemaPath: "#/properties/measured/properties/concurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data5 < 1 || isNaN(data5)) {
              let err14 = { instancePath: instancePath + "/measured/concurrency", schemaPath: "#/properties/measured/properties/concurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          }
        }
      } else {
        let err15 = { instancePath: instancePath + "/measured", schemaPath: "#/properties/measured/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema38.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "adaptive-concurrency") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "adaptive-concurrency" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.percentile !== void 0) {
      let data2 = data.percentile;
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 100 || isNaN(data2)) {
          let err5 = { instancePath: instancePath + "/percentile", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/percentile", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/percentile", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.updateInterval !== void 0) {
      let data3 = data.updateInterval;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err8 = { instancePath: instancePath + "/updateInterval", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/updateInterval", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.maximumConcurrency !== void 0) {
      let data4 = data.maximumConcurrency;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err10 = { instancePath: instancePath + "/maximumConcurrency", schemaPath: "#/properties/maximumConcurrency/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 4294967295 || isNaN(data4)) {
          let err11 = { instancePath: instancePath + "/maximumConcurrency", schemaPath: "#/properties/maximumConcurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err12 = { instancePath: instancePath + "/maximumConcurrency", schemaPath: "#/properties/maximumConcurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
    if (data.minimumConcurrency !== void 0) {
      let data5 = data.minimumConcurrency;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err13 = { instancePath: instancePath + "/minimumConcurrency", schemaPath: "#/properties/minimumConcurrency/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 4294967295 || isNaN(data5)) {
          let err14 = { instancePath: instancePath + "/minimumConcurrency", schemaPath: "#/properties/minimumConcurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          let err15 = { instancePath: instancePath + "/minimumConcurrency", schemaPath: "#/properties/minimumConcurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
    }
    if (data.idleTime !== void 0 && (validate26(data.idleTime, { instancePath: instancePath + "/idleTime", parentData: data, parentDataProperty: "idleTime", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length)), data.tolerance !== void 0) {
      let data7 = data.tolerance;
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 100 || isNaN(data7)) {
          let err16 = { instancePath: instancePath + "/tolerance", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data7 < 0 || isNaN(data7)) {
          let err17 = { instancePath: instancePath + "/tolerance", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      } else {
        let err18 = { instancePath: instancePath + "/tolerance", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.statusCode !== void 0) {
      let data8 = data.statusCode;
      if (!(data8 === 400 || data8 === 401 || data8 === 402 || data8 === 403 || data8 === 404 || data8 === 405 || data8 === 406 || data8 === 407 || data8 === 408 || data8 === 409 || data8 === 410 || data8 === 411 || data8 === 412 || data8 === 413 || data8 === 414 || data8 === 415 || data8 === 416 || data8 === 417 || data8 === 421 || data8 === 422 || data8 === 423 || data8 === 424 || data8 === 426 || data8 === 428 || data8 === 429 || data8 === 431 || data8 === 500 || data8 === 501 || data8 === 502 || data8 === 503 || data8 === 504 || data8 === 505 || data8 === 506 || data8 === 507 || data8 === 508 || data8 === 510 || data8 === 511)) {
        let err19 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
  } else {
    let err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema48 = { title: "AdmissionControl", type: "object", description: "Refuses requests at random, with 503, while too many fail: the more fail, the more are refused, so that an overloaded upstream can recover. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.", additionalProperties: !1, required: ["type"], properties: { type: { const: "admission-control", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, successRate: { type: "number", minimum: 1, maximum: 100, default: 95, description: "The share of requests, in percent, that must succeed; below it some are refused.", examples: [90] }, window: { $ref: "#/$defs/Duration", default: "30s", description: "How far back it looks. Whole seconds, at least one." }, aggression: { type: "number", minimum: 1, maximum: 100, default: 1, description: "How steeply refusals rise as successes fall: 1 in proportion, more for sooner.", examples: [1.5] }, minimumRequestRate: { type: "integer", minimum: 0, maximum: 4294967295, default: 0, description: "Requests a second, on average, below which none is refused.", examples: [5] }, maximumRefusals: { $ref: "#/$defs/Percentage", default: 80, description: "The largest share of requests, in percent, that is refused." }, successStatuses: { type: "array", minItems: 1, description: "Status codes that count as success; all below 500, if left out.", items: { title: "StatusRange", type: "object", description: "A range of status codes.", additionalProperties: !1, required: ["from", "to"], properties: { from: { type: "integer", minimum: 100, maximum: 599, description: "The first.", examples: [200] }, to: { type: "integer", minimum: 100, maximum: 599, description: "The last.", examples: [399] } } }, examples: [[{ from: 200, to: 399 }]] }, grpcSuccessStatuses: { type: "array", minItems: 1, uniqueItems: !0, description: "gRPC status codes that count as success. If left out, all but those that speak of the server: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE and DATA_LOSS.", items: { enum: ["OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED"] }, examples: [["OK", "NOT_FOUND"]] } }, examples: [{ type: "admission-control", successRate: 90, minimumRequestRate: 5 }] };
var func0 = require_equal().default;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema48.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "admission-control") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "admission-control" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.successRate !== void 0) {
      let data2 = data.successRate;
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 100 || isNaN(data2)) {
          let err5 = { instancePath: instancePath + "/successRate", schemaPath: "#/properties/successRate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/successRate", schemaPath: "#/properties/successRate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/successRate", schemaPath: "#/properties/successRate/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.window !== void 0) {
      let data3 = data.window;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err8 = { instancePath: instancePath + "/window", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/window", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.aggression !== void 0) {
      let data4 = data.aggression;
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 100 || isNaN(data4)) {
          let err10 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err11 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.minimumRequestRate !== void 0) {
      let data5 = data.minimumRequestRate;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err13 = { instancePath: instancePath + "/minimumRequestRate", schemaPath: "#/properties/minimumRequestRate/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 4294967295 || isNaN(data5)) {
          let err14 = { instancePath: instancePath + "/minimumRequestRate", schemaPath: "#/properties/minimumRequestRate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          let err15 = { instancePath: instancePath + "/minimumRequestRate", schemaPath: "#/properties/minimumRequestRate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
    }
    if (data.maximumRefusals !== void 0) {
      let data6 = data.maximumRefusals;
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 100 || isNaN(data6)) {
          let err16 = { instancePath: instancePath + "/maximumRefusals", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data6 < 0 || isNaN(data6)) {
          let err17 = { instancePath: instancePath + "/maximumRefusals", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      } else {
        let err18 = { instancePath: instancePath + "/maximumRefusals", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.successStatuses !== void 0) {
      let data7 = data.successStatuses;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          let err19 = { instancePath: instancePath + "/successStatuses", schemaPath: "#/properties/successStatuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
        let len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (data8.from === void 0) {
              let err20 = { instancePath: instancePath + "/successStatuses/" + i0, schemaPath: "#/properties/successStatuses/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (data8.to === void 0) {
              let err21 = { instancePath: instancePath + "/successStatuses/" + i0, schemaPath: "#/properties/successStatuses/items/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            for (let key1 in data8)
              if (!(key1 === "from" || key1 === "to")) {
                let err22 = { instancePath: instancePath + "/successStatuses/" + i0, schemaPath: "#/properties/successStatuses/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            if (data8.from !== void 0) {
              let data9 = data8.from;
              if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
                let err23 = { instancePath: instancePath + "/successStatuses/" + i0 + "/from", schemaPath: "#/properties/successStatuses/items/properties/from/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
              }
              if (typeof data9 == "number" && isFinite(data9)) {
                if (data9 > 599 || isNaN(data9)) {
                  let err24 = { instancePath: instancePath + "/successStatuses/" + i0 + "/from", schemaPath: "#/properties/successStatuses/items/properties/from/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
                  vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
                }
                if (data9 < 100 || isNaN(data9)) {
                  let err25 = { instancePath: instancePath + "/successStatuses/" + i0 + "/from", schemaPath: "#/properties/successStatuses/items/properties/from/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
                  vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                }
              }
            }
            if (data8.to !== void 0) {
              let data10 = data8.to;
              if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
                let err26 = { instancePath: instancePath + "/successStatuses/" + i0 + "/to", schemaPath: "#/properties/successStatuses/items/properties/to/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
              }
              if (typeof data10 == "number" && isFinite(data10)) {
                if (data10 > 599 || isNaN(data10)) {
                  let err27 = { instancePath: instancePath + "/successStatuses/" + i0 + "/to", schemaPath: "#/properties/successStatuses/items/properties/to/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
                if (data10 < 100 || isNaN(data10)) {
                  let err28 = { instancePath: instancePath + "/successStatuses/" + i0 + "/to", schemaPath: "#/properties/successStatuses/items/properties/to/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
                  vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                }
              }
            }
          } else {
            let err29 = { instancePath: instancePath + "/successStatuses/" + i0, schemaPath: "#/properties/successStatuses/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
      } else {
        let err30 = { instancePath: instancePath + "/successStatuses", schemaPath: "#/properties/successStatuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.grpcSuccessStatuses !== void 0) {
      let data11 = data.grpcSuccessStatuses;
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          let err31 = { instancePath: instancePath + "/grpcSuccessStatuses", schemaPath: "#/properties/grpcSuccessStatuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        let len1 = data11.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data12 = data11[i1];
          if (!(data12 === "OK" || data12 === "CANCELLED" || data12 === "UNKNOWN" || data12 === "INVALID_ARGUMENT" || data12 === "DEADLINE_EXCEEDED" || data12 === "NOT_FOUND" || data12 === "ALREADY_EXISTS" || data12 === "PERMISSION_DENIED" || data12 === "RESOURCE_EXHAUSTED" || data12 === "FAILED_PRECONDITION" || data12 === "ABORTED" || data12 === "OUT_OF_RANGE" || data12 === "UNIMPLEMENTED" || data12 === "INTERNAL" || data12 === "UNAVAILABLE" || data12 === "DATA_LOSS" || data12 === "UNAUTHENTICATED")) {
            let err32 = { instancePath: instancePath + "/grpcSuccessStatuses/" + i1, schemaPath: "#/properties/grpcSuccessStatuses/items/enum", keyword: "enum", params: { allowedValues: schema48.properties.grpcSuccessStatuses.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
          }
        }
        let i2 = data11.length, j0;
        if (i2 > 1) {
          outer0:
            for (; i2--; )
              for (j0 = i2; j0--; )
                if (func0(data11[i2], data11[j0])) {
                  let err33 = { instancePath: instancePath + "/grpcSuccessStatuses", schemaPath: "#/properties/grpcSuccessStatuses/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" };
                  vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
                  break outer0;
                }
        }
      } else {
        let err34 = { instancePath: instancePath + "/grpcSuccessStatuses", schemaPath: "#/properties/grpcSuccessStatuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
  } else {
    let err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
validate28.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern13 = new RegExp("^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", "u");
var func4 = require_ucs2length().default;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "header" || key0 === "queryParameter" || key0 === "cookie")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err1 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.queryParameter !== void 0) {
      let data1 = data.queryParameter;
      if (typeof data1 == "string") {
        if (func4(data1) > 1024) {
          let err2 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func4(data1) < 1) {
          let err3 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.cookie !== void 0) {
      let data2 = data.cookie;
      if (typeof data2 == "string") {
        if (func4(data2) > 1024) {
          let err5 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (func4(data2) < 1) {
          let err6 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
validate30.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.keys === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "keys" }, message: "must have required property 'keys'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "keys" || key0 === "from" || key0 === "allowedClients" || key0 === "clientHeader" || key0 === "forwardKey")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "api-key") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "api-key" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.keys !== void 0) {
      let data2 = data.keys;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err6 = { instancePath: instancePath + "/keys", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/keys", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.from !== void 0) {
      let data3 = data.from;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err8 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate30(data3[i0], { instancePath: instancePath + "/from/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err9 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.allowedClients !== void 0) {
      let data5 = data.allowedClients;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err10 = { instancePath: instancePath + "/allowedClients", schemaPath: "#/properties/allowedClients/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        let len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 == "string") {
            if (func4(data6) < 1) {
              let err11 = { instancePath: instancePath + "/allowedClients/" + i1, schemaPath: "#/properties/allowedClients/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/allowedClients/" + i1, schemaPath: "#/properties/allowedClients/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        let i2 = data5.length, j0;
        if (i2 > 1) {
          let indices0 = {};
          for (; i2--; ) {
            let item0 = data5[i2];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err13 = { instancePath: instancePath + "/allowedClients", schemaPath: "#/properties/allowedClients/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                break;
              }
              indices0[item0] = i2;
            }
          }
        }
      } else {
        let err14 = { instancePath: instancePath + "/allowedClients", schemaPath: "#/properties/allowedClients/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.clientHeader !== void 0 && typeof data.clientHeader != "string") {
      let err15 = { instancePath: instancePath + "/clientHeader", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.forwardKey !== void 0 && typeof data.forwardKey != "boolean") {
      let err16 = { instancePath: instancePath + "/forwardKey", schemaPath: "#/properties/forwardKey/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema58 = { title: "BandwidthLimit", type: "object", description: "Limits how fast bodies pass, in each Envoy. Where it applies, all requests share the bandwidth.", additionalProperties: !1, required: ["type", "perSecond"], properties: { type: { const: "bandwidth-limit", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, perSecond: { $ref: "#/$defs/Size", description: "What may pass in a second; whole KiB, at least one.", examples: ["512KiB"] }, direction: { enum: ["request", "response", "both"], default: "both", description: "Whose bodies are slowed down. With `both` each direction has the bandwidth for itself." }, fillInterval: { $ref: "#/$defs/Duration", default: "50ms", description: "How often a share of the bandwidth becomes free: 20 ms to 1 s." }, delayTrailers: { type: "boolean", default: !1, description: "Whether answers end with trailers that tell the delays: `bandwidth-request-delay-ms` and so on." } }, examples: [{ type: "bandwidth-limit", perSecond: "1MiB", direction: "response" }] }, schema60 = { type: ["integer", "string"], description: "A number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.", minimum: 0, pattern: "^[0-9]+(B|KiB|MiB|GiB)$", format: "size", examples: ["64KiB", 65536] }, pattern15 = new RegExp("^[0-9]+(B|KiB|MiB|GiB)$", "u");
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.perSecond === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "perSecond" }, message: "must have required property 'perSecond'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "perSecond" || key0 === "direction" || key0 === "fillInterval" || key0 === "delayTrailers")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "bandwidth-limit") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "bandwidth-limit" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.perSecond !== void 0) {
      let data2 = data.perSecond;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) && typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/perSecond", schemaPath: "#/$defs/Size/type", keyword: "type", params: { type: schema60.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2) && (data2 < 0 || isNaN(data2))) {
        let err7 = { instancePath: instancePath + "/perSecond", schemaPath: "#/$defs/Size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string" && !pattern15.test(data2)) {
        let err8 = { instancePath: instancePath + "/perSecond", schemaPath: "#/$defs/Size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.direction !== void 0) {
      let data3 = data.direction;
      if (!(data3 === "request" || data3 === "response" || data3 === "both")) {
        let err9 = { instancePath: instancePath + "/direction", schemaPath: "#/properties/direction/enum", keyword: "enum", params: { allowedValues: schema58.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.fillInterval !== void 0) {
      let data4 = data.fillInterval;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err10 = { instancePath: instancePath + "/fillInterval", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/fillInterval", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.delayTrailers !== void 0 && typeof data.delayTrailers != "boolean") {
      let err12 = { instancePath: instancePath + "/delayTrailers", schemaPath: "#/properties/delayTrailers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
  } else {
    let err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
validate32.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern18 = new RegExp("^[^\\u0000-\\u001f\\u007f]*$", "u");
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.users === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "users" || key0 === "realm" || key0 === "credentialsHeader" || key0 === "usernameHeader")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "basic-auth") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "basic-auth" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.users !== void 0) {
      let data2 = data.users;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "file" || key1 === "environment")) {
            let err6 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data2.file !== void 0) {
          let data3 = data2.file;
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err7 = { instancePath: instancePath + "/users/file", schemaPath: "#/properties/users/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/users/file", schemaPath: "#/properties/users/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data2.environment !== void 0) {
          let data4 = data2.environment;
          if (typeof data4 == "string") {
            if (func4(data4) < 1) {
              let err9 = { instancePath: instancePath + "/users/environment", schemaPath: "#/properties/users/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/users/environment", schemaPath: "#/properties/users/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.realm !== void 0) {
      let data5 = data.realm;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err12 = { instancePath: instancePath + "/realm", schemaPath: "#/properties/realm/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (!pattern18.test(data5)) {
          let err13 = { instancePath: instancePath + "/realm", schemaPath: "#/properties/realm/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]*$"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/realm", schemaPath: "#/properties/realm/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.credentialsHeader !== void 0 && typeof data.credentialsHeader != "string") {
      let err15 = { instancePath: instancePath + "/credentialsHeader", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.usernameHeader !== void 0 && typeof data.usernameHeader != "string") {
      let err16 = { instancePath: instancePath + "/usernameHeader", schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate33.errors = vErrors, errors === 0;
}
validate33.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.maximumSize === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "maximumSize" }, message: "must have required property 'maximumSize'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "maximumSize")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "buffer") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "buffer" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.maximumSize !== void 0) {
      let data2 = data.maximumSize;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) && typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/maximumSize", schemaPath: "#/$defs/Size/type", keyword: "type", params: { type: schema60.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2) && (data2 < 0 || isNaN(data2))) {
        let err7 = { instancePath: instancePath + "/maximumSize", schemaPath: "#/$defs/Size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string" && !pattern15.test(data2)) {
        let err8 = { instancePath: instancePath + "/maximumSize", schemaPath: "#/$defs/Size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate34.errors = vErrors, errors === 0;
}
validate34.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema69 = { title: "Compression", type: "object", description: "Compresses answers for clients that accept it. Attach it several times, under different names, to offer several algorithms.", additionalProperties: !1, required: ["type"], properties: { type: { const: "compression", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, algorithm: { enum: ["gzip", "brotli", "zstd"], default: "gzip", description: "The algorithm.", examples: ["brotli"] }, contentTypes: { type: "array", minItems: 1, uniqueItems: !0, description: "Media types to compress; Envoy's list of text types, if left out.", items: { type: "string", minLength: 1 }, examples: [["application/json"]] }, minimumLength: { $ref: "#/$defs/Size", default: "30B", description: "The smallest body worth compressing, by its Content-Length; at least 30 bytes." } }, examples: [{ type: "compression", algorithm: "brotli", contentTypes: ["application/json"] }] };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "algorithm" || key0 === "contentTypes" || key0 === "minimumLength")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "compression") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "compression" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.algorithm !== void 0) {
      let data2 = data.algorithm;
      if (!(data2 === "gzip" || data2 === "brotli" || data2 === "zstd")) {
        let err5 = { instancePath: instancePath + "/algorithm", schemaPath: "#/properties/algorithm/enum", keyword: "enum", params: { allowedValues: schema69.properties.algorithm.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.contentTypes !== void 0) {
      let data3 = data.contentTypes;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err6 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 == "string") {
            if (func4(data4) < 1) {
              let err7 = { instancePath: instancePath + "/contentTypes/" + i0, schemaPath: "#/properties/contentTypes/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/contentTypes/" + i0, schemaPath: "#/properties/contentTypes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        let i1 = data3.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data3[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err9 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err10 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.minimumLength !== void 0) {
      let data5 = data.minimumLength;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)) && typeof data5 != "string") {
        let err11 = { instancePath: instancePath + "/minimumLength", schemaPath: "#/$defs/Size/type", keyword: "type", params: { type: schema60.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5) && (data5 < 0 || isNaN(data5))) {
        let err12 = { instancePath: instancePath + "/minimumLength", schemaPath: "#/$defs/Size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (typeof data5 == "string" && !pattern15.test(data5)) {
        let err13 = { instancePath: instancePath + "/minimumLength", schemaPath: "#/$defs/Size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
validate35.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema72 = { title: "Cors", type: "object", description: "Answers preflight requests of browsers, and tells browsers which origins may read the answers. Only for routes that forward: Envoy leaves answers of its own and redirects alone. Has no effect on routes that `redirect` or `respond`.", additionalProperties: !1, required: ["type", "allowOrigins"], properties: { type: { const: "cors", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, allowOrigins: { type: "array", minItems: 1, description: "Origins that may read the answers.", items: { $ref: "#/$defs/StringMatch" }, examples: [[{ exact: "https://shop.example.com" }]] }, allowMethods: { type: "array", uniqueItems: !0, default: ["GET", "HEAD", "POST"], description: "Methods that a preflight request may ask for.", items: { type: "string", pattern: "^([A-Z][A-Z-]*|\\*)$" }, examples: [["GET", "PUT"]] }, allowHeaders: { type: "array", uniqueItems: !0, default: [], description: "Request headers that a preflight request may ask for.", items: { $ref: "#/$defs/HeaderName" }, examples: [["content-type"]] }, exposeHeaders: { type: "array", uniqueItems: !0, default: [], description: "Response headers that scripts may read.", items: { $ref: "#/$defs/HeaderName" }, examples: [["x-request-id"]] }, maximumAge: { $ref: "#/$defs/Duration", description: "How long a browser may remember the answer to a preflight request; the browser's own choice, if left out. Whole seconds." }, allowCredentials: { type: "boolean", default: !1, description: "Whether requests with cookies are allowed." }, allowPrivateNetworkAccess: { type: "boolean", default: !1, description: "Whether public pages may call this host in a private network." } }, examples: [{ type: "cors", allowOrigins: [{ exact: "https://shop.example.com" }], allowMethods: ["GET", "POST"], maximumAge: "1h" }] }, pattern24 = new RegExp("^([A-Z][A-Z-]*|\\*)$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "exact" || key0 === "prefix" || key0 === "suffix" || key0 === "contains" || key0 === "regex" || key0 === "ignoreCase")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.exact !== void 0 && typeof data.exact != "string") {
      let err1 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.prefix !== void 0) {
      let data1 = data.prefix;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err2 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.suffix !== void 0) {
      let data2 = data.suffix;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err4 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.contains !== void 0) {
      let data3 = data.contains;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err6 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data4 = data.regex;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err8 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err10 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
validate37.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.allowOrigins === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "allowOrigins" }, message: "must have required property 'allowOrigins'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema72.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "cors") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "cors" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.allowOrigins !== void 0) {
      let data2 = data.allowOrigins;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err6 = { instancePath: instancePath + "/allowOrigins", schemaPath: "#/properties/allowOrigins/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate37(data2[i0], { instancePath: instancePath + "/allowOrigins/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        let err7 = { instancePath: instancePath + "/allowOrigins", schemaPath: "#/properties/allowOrigins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.allowMethods !== void 0) {
      let data4 = data.allowMethods;
      if (Array.isArray(data4)) {
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 == "string") {
            if (!pattern24.test(data5)) {
              let err8 = { instancePath: instancePath + "/allowMethods/" + i1, schemaPath: "#/properties/allowMethods/items/pattern", keyword: "pattern", params: { pattern: "^([A-Z][A-Z-]*|\\*)$" }, message: 'must match pattern "^([A-Z][A-Z-]*|\\*)$"' };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/allowMethods/" + i1, schemaPath: "#/properties/allowMethods/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        let i2 = data4.length, j0;
        if (i2 > 1) {
          let indices0 = {};
          for (; i2--; ) {
            let item0 = data4[i2];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err10 = { instancePath: instancePath + "/allowMethods", schemaPath: "#/properties/allowMethods/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                break;
              }
              indices0[item0] = i2;
            }
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/allowMethods", schemaPath: "#/properties/allowMethods/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.allowHeaders !== void 0) {
      let data6 = data.allowHeaders;
      if (Array.isArray(data6)) {
        let len2 = data6.length;
        for (let i3 = 0; i3 < len2; i3++)
          if (typeof data6[i3] != "string") {
            let err12 = { instancePath: instancePath + "/allowHeaders/" + i3, schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        let i4 = data6.length, j1;
        if (i4 > 1) {
          outer0:
            for (; i4--; )
              for (j1 = i4; j1--; )
                if (func0(data6[i4], data6[j1])) {
                  let err13 = { instancePath: instancePath + "/allowHeaders", schemaPath: "#/properties/allowHeaders/uniqueItems", keyword: "uniqueItems", params: { i: i4, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i4 + " are identical)" };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                  break outer0;
                }
        }
      } else {
        let err14 = { instancePath: instancePath + "/allowHeaders", schemaPath: "#/properties/allowHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.exposeHeaders !== void 0) {
      let data8 = data.exposeHeaders;
      if (Array.isArray(data8)) {
        let len3 = data8.length;
        for (let i5 = 0; i5 < len3; i5++)
          if (typeof data8[i5] != "string") {
            let err15 = { instancePath: instancePath + "/exposeHeaders/" + i5, schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        let i6 = data8.length, j2;
        if (i6 > 1) {
          outer1:
            for (; i6--; )
              for (j2 = i6; j2--; )
                if (func0(data8[i6], data8[j2])) {
                  let err16 = { instancePath: instancePath + "/exposeHeaders", schemaPath: "#/properties/exposeHeaders/uniqueItems", keyword: "uniqueItems", params: { i: i6, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i6 + " are identical)" };
                  vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                  break outer1;
                }
        }
      } else {
        let err17 = { instancePath: instancePath + "/exposeHeaders", schemaPath: "#/properties/exposeHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.maximumAge !== void 0) {
      let data10 = data.maximumAge;
      if (typeof data10 == "string") {
        if (!pattern7.test(data10)) {
          let err18 = { instancePath: instancePath + "/maximumAge", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      } else {
        let err19 = { instancePath: instancePath + "/maximumAge", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.allowCredentials !== void 0 && typeof data.allowCredentials != "boolean") {
      let err20 = { instancePath: instancePath + "/allowCredentials", schemaPath: "#/properties/allowCredentials/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.allowPrivateNetworkAccess !== void 0 && typeof data.allowPrivateNetworkAccess != "boolean") {
      let err21 = { instancePath: instancePath + "/allowPrivateNetworkAccess", schemaPath: "#/properties/allowPrivateNetworkAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
  } else {
    let err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
validate36.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema79 = { title: "CredentialInjector", type: "object", description: "Gives requests a credential by which the upstream knows the gateway. The client never sees it.", additionalProperties: !1, required: ["type", "credential"], properties: { type: { const: "credential-injector", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, credential: { $ref: "#/$defs/Reference", reference: "Secret", description: "The Secret of type `generic` with the credential." }, header: { $ref: "#/$defs/HeaderName", default: "authorization", description: "The header that gets it." }, prefix: { type: "string", format: "header-value", default: "Bearer ", description: "What stands in the header before the credential.", examples: ["Basic "] }, whenPresent: { enum: ["keep", "overwrite"], default: "overwrite", description: "What becomes of a header that the client has sent: it stays instead of the credential, or is replaced." }, whenUnavailable: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request while Envoy has no credential: 401, or it passes without one." } }, examples: [{ type: "credential-injector", credential: "partner-token" }] };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.credential === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "credential" }, message: "must have required property 'credential'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "credential" || key0 === "header" || key0 === "prefix" || key0 === "whenPresent" || key0 === "whenUnavailable")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "credential-injector") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "credential-injector" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.credential !== void 0) {
      let data2 = data.credential;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err6 = { instancePath: instancePath + "/credential", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/credential", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err8 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.prefix !== void 0 && typeof data.prefix != "string") {
      let err9 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.whenPresent !== void 0) {
      let data5 = data.whenPresent;
      if (!(data5 === "keep" || data5 === "overwrite")) {
        let err10 = { instancePath: instancePath + "/whenPresent", schemaPath: "#/properties/whenPresent/enum", keyword: "enum", params: { allowedValues: schema79.properties.whenPresent.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.whenUnavailable !== void 0) {
      let data6 = data.whenUnavailable;
      if (!(data6 === "deny" || data6 === "allow")) {
        let err11 = { instancePath: instancePath + "/whenUnavailable", schemaPath: "#/properties/whenUnavailable/enum", keyword: "enum", params: { allowedValues: schema79.properties.whenUnavailable.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    let err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate39.errors = vErrors, errors === 0;
}
validate39.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema83 = { title: "Csrf", type: "object", description: "Refuses requests that another site makes a browser send: those with POST, PUT, PATCH or DELETE whose `origin` (or `referer`) is not the host itself. Refused requests get 403.", additionalProperties: !1, required: ["type"], properties: { type: { const: "csrf", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, additionalOrigins: { type: "array", default: [], description: "Origins that may send such requests besides the host itself. What is matched is the origin's host, with its port if it has one, and without its scheme.", items: { $ref: "#/$defs/StringMatch" }, examples: [[{ exact: "admin.example.com" }, { suffix: ".example.com:8443" }]] }, mode: { enum: ["enforce", "shadow"], default: "enforce", description: "Whether forged requests are refused, or only counted in Envoy's statistics `csrf.request_invalid`." }, percentage: { $ref: "#/$defs/Percentage", default: 100, description: "The share of requests that are checked, in percent." } }, examples: [{ type: "csrf", additionalOrigins: [{ exact: "admin.example.com" }] }] };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "additionalOrigins" || key0 === "mode" || key0 === "percentage")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "csrf") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "csrf" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.additionalOrigins !== void 0) {
      let data2 = data.additionalOrigins;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate37(data2[i0], { instancePath: instancePath + "/additionalOrigins/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/additionalOrigins", schemaPath: "#/properties/additionalOrigins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.mode !== void 0) {
      let data4 = data.mode;
      if (!(data4 === "enforce" || data4 === "shadow")) {
        let err6 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema83.properties.mode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.percentage !== void 0) {
      let data5 = data.percentage;
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 100 || isNaN(data5)) {
          let err7 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          let err8 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate40.errors = vErrors, errors === 0;
}
validate40.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema88 = { title: "ReplacedResponse", type: "object", description: "An answer in the place of others. Give at most one of `body`, `template` and `json`; without all three the answer has no body.", additionalProperties: !1, required: ["when"], properties: { when: { type: "array", minItems: 1, uniqueItems: !0, description: "The status codes of the answers that are replaced: single ones, and classes such as `5xx`.", items: { type: ["integer", "string"], minimum: 100, maximum: 599, pattern: "^[1-5]xx$" }, examples: [[401, 403, "5xx"]] }, statusCode: { $ref: "#/$defs/StatusCode", description: "The status code to give instead; it stays, if left out." }, body: { type: "string", minLength: 1, description: "The body, as it is.", examples: ["Not here."] }, template: { type: "string", minLength: 1, format: "log-line", description: "The body, in which Envoy replaces command operators.", examples: ["no %REQ(:PATH)% here"] }, json: { type: "object", minProperties: 1, description: "The body, as JSON; in its texts Envoy replaces command operators.", additionalProperties: !0, examples: [{ error: "%RESPONSE_CODE%" }] }, contentType: { $ref: "#/$defs/HeaderValue", description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.", examples: ["text/html; charset=utf-8"] }, headers: { type: "array", default: [], description: "Headers to set.", items: { $ref: "#/$defs/HeaderAndValue" }, examples: [[{ name: "cache-control", value: "no-store" }]] } } };
var pattern30 = new RegExp("^[1-5]xx$", "u");
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.value === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "value")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.name !== void 0 && typeof data.name != "string") {
      let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.value !== void 0 && typeof data.value != "string") {
      let err4 = { instancePath: instancePath + "/value", schemaPath: "#/$defs/HeaderValue/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate44.errors = vErrors, errors === 0;
}
validate44.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.when === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "when" }, message: "must have required property 'when'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "when" || key0 === "statusCode" || key0 === "body" || key0 === "template" || key0 === "json" || key0 === "contentType" || key0 === "headers")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.when !== void 0) {
      let data0 = data.when;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) && typeof data1 != "string") {
            let err3 = { instancePath: instancePath + "/when/" + i0, schemaPath: "#/properties/when/items/type", keyword: "type", params: { type: schema88.properties.when.items.type }, message: "must be integer,string" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
          if (typeof data1 == "number" && isFinite(data1)) {
            if (data1 > 599 || isNaN(data1)) {
              let err4 = { instancePath: instancePath + "/when/" + i0, schemaPath: "#/properties/when/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data1 < 100 || isNaN(data1)) {
              let err5 = { instancePath: instancePath + "/when/" + i0, schemaPath: "#/properties/when/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          }
          if (typeof data1 == "string" && !pattern30.test(data1)) {
            let err6 = { instancePath: instancePath + "/when/" + i0, schemaPath: "#/properties/when/items/pattern", keyword: "pattern", params: { pattern: "^[1-5]xx$" }, message: 'must match pattern "^[1-5]xx$"' };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data0[i1];
            if (!(!(typeof item0 == "number" && !(item0 % 1) && !isNaN(item0) && isFinite(item0)) && typeof item0 != "string")) {
              if (typeof item0 == "string" && (item0 += "_"), typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err7 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.statusCode !== void 0) {
      let data2 = data.statusCode;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err9 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 599 || isNaN(data2)) {
          let err10 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data2 < 200 || isNaN(data2)) {
          let err11 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 }, message: "must be >= 200" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      }
    }
    if (data.body !== void 0) {
      let data3 = data.body;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err12 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        let err13 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.template !== void 0) {
      let data4 = data.template;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err14 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        let err15 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.json !== void 0) {
      let data5 = data.json;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length < 1) {
          let err16 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        let err17 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.contentType !== void 0 && typeof data.contentType != "string") {
      let err18 = { instancePath: instancePath + "/contentType", schemaPath: "#/$defs/HeaderValue/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.headers !== void 0) {
      let data7 = data.headers;
      if (Array.isArray(data7)) {
        let len1 = data7.length;
        for (let i2 = 0; i2 < len1; i2++)
          validate44(data7[i2], { instancePath: instancePath + "/headers/" + i2, parentData: data7, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length);
      } else {
        let err19 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
  } else {
    let err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  return validate43.errors = vErrors, errors === 0;
}
validate43.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.responses === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "responses" }, message: "must have required property 'responses'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "responses")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "custom-response") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "custom-response" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.responses !== void 0) {
      let data2 = data.responses;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err6 = { instancePath: instancePath + "/responses", schemaPath: "#/properties/responses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate43(data2[i0], { instancePath: instancePath + "/responses/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors), errors = vErrors.length);
      } else {
        let err7 = { instancePath: instancePath + "/responses", schemaPath: "#/properties/responses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}
validate42.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema94 = { title: "Decompression", type: "object", description: "Decompresses the bodies of requests, before any other filter reads them, or of answers, after all other filters. Bodies that are not compressed this way pass as they are.", additionalProperties: !1, required: ["type"], properties: { type: { const: "decompression", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, algorithm: { enum: ["gzip", "brotli", "zstd"], default: "gzip", description: "How the bodies are compressed; for several algorithms add several filters, each with a name of its own." }, directions: { type: "array", minItems: 1, uniqueItems: !0, default: ["requests"], description: "Whose bodies are decompressed. With `responses`, the upstream is told in `accept-encoding` that it may compress.", items: { enum: ["requests", "responses"] }, examples: [["requests", "responses"]] }, noTransform: { enum: ["respect", "ignore"], default: "respect", description: "What becomes of a body with `cache-control: no-transform`: it stays compressed, or is decompressed nevertheless." }, maximumRatio: { type: "integer", minimum: 1, maximum: 1032, description: "How many times as long as it was a body may become, lest it fill the memory; there it ends, and the rest is lost. For gzip; 100, if left out.", examples: [20] } }, examples: [{ type: "decompression", directions: ["requests", "responses"] }] };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "algorithm" || key0 === "directions" || key0 === "noTransform" || key0 === "maximumRatio")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "decompression") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "decompression" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.algorithm !== void 0) {
      let data2 = data.algorithm;
      if (!(data2 === "gzip" || data2 === "brotli" || data2 === "zstd")) {
        let err5 = { instancePath: instancePath + "/algorithm", schemaPath: "#/properties/algorithm/enum", keyword: "enum", params: { allowedValues: schema94.properties.algorithm.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.directions !== void 0) {
      let data3 = data.directions;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err6 = { instancePath: instancePath + "/directions", schemaPath: "#/properties/directions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (!(data4 === "requests" || data4 === "responses")) {
            let err7 = { instancePath: instancePath + "/directions/" + i0, schemaPath: "#/properties/directions/items/enum", keyword: "enum", params: { allowedValues: schema94.properties.directions.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        let i1 = data3.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data3[i1], data3[j0])) {
                  let err8 = { instancePath: instancePath + "/directions", schemaPath: "#/properties/directions/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                  break outer0;
                }
        }
      } else {
        let err9 = { instancePath: instancePath + "/directions", schemaPath: "#/properties/directions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.noTransform !== void 0) {
      let data5 = data.noTransform;
      if (!(data5 === "respect" || data5 === "ignore")) {
        let err10 = { instancePath: instancePath + "/noTransform", schemaPath: "#/properties/noTransform/enum", keyword: "enum", params: { allowedValues: schema94.properties.noTransform.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.maximumRatio !== void 0) {
      let data6 = data.maximumRatio;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        let err11 = { instancePath: instancePath + "/maximumRatio", schemaPath: "#/properties/maximumRatio/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 1032 || isNaN(data6)) {
          let err12 = { instancePath: instancePath + "/maximumRatio", schemaPath: "#/properties/maximumRatio/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1032 }, message: "must be <= 1032" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          let err13 = { instancePath: instancePath + "/maximumRatio", schemaPath: "#/properties/maximumRatio/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate47.errors = vErrors, errors === 0;
}
validate47.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern33 = new RegExp("^type\\.googleapis\\.com/", "u");
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.name === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.phase === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.typedConfig === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "typedConfig" }, message: "must have required property 'typedConfig'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "phase" || key0 === "typedConfig" || key0 === "perRoute" || key0 === "clusters" || key0 === "secrets")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.type !== void 0 && data.type !== "envoy") {
      let err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "envoy" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err6 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.phase !== void 0 && typeof data.phase != "string") {
      let err8 = { instancePath: instancePath + "/phase", schemaPath: "#/properties/phase/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.typedConfig !== void 0) {
      let data3 = data.typedConfig;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3["@type"] === void 0) {
          let err9 = { instancePath: instancePath + "/typedConfig", schemaPath: "#/properties/typedConfig/required", keyword: "required", params: { missingProperty: "@type" }, message: "must have required property '@type'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3["@type"] !== void 0) {
          let data4 = data3["@type"];
          if (typeof data4 == "string") {
            if (!pattern33.test(data4)) {
              let err10 = { instancePath: instancePath + "/typedConfig/@type", schemaPath: "#/properties/typedConfig/properties/%40type/pattern", keyword: "pattern", params: { pattern: "^type\\.googleapis\\.com/" }, message: 'must match pattern "^type\\.googleapis\\.com/"' };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/typedConfig/@type", schemaPath: "#/properties/typedConfig/properties/%40type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/typedConfig", schemaPath: "#/properties/typedConfig/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.perRoute !== void 0) {
      let data5 = data.perRoute;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5["@type"] === void 0) {
          let err13 = { instancePath: instancePath + "/perRoute", schemaPath: "#/properties/perRoute/required", keyword: "required", params: { missingProperty: "@type" }, message: "must have required property '@type'" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data5["@type"] !== void 0) {
          let data6 = data5["@type"];
          if (typeof data6 == "string") {
            if (!pattern33.test(data6)) {
              let err14 = { instancePath: instancePath + "/perRoute/@type", schemaPath: "#/properties/perRoute/properties/%40type/pattern", keyword: "pattern", params: { pattern: "^type\\.googleapis\\.com/" }, message: 'must match pattern "^type\\.googleapis\\.com/"' };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/perRoute/@type", schemaPath: "#/properties/perRoute/properties/%40type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/perRoute", schemaPath: "#/properties/perRoute/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.clusters !== void 0) {
      let data7 = data.clusters;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7))
        for (let key1 in data7) {
          let data8 = data7[key1];
          if (typeof data8 == "string") {
            if (!pattern13.test(data8)) {
              let err17 = { instancePath: instancePath + "/clusters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/clusters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
      else {
        let err19 = { instancePath: instancePath + "/clusters", schemaPath: "#/properties/clusters/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.secrets !== void 0) {
      let data9 = data.secrets;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9))
        for (let key2 in data9) {
          let data10 = data9[key2];
          if (typeof data10 == "string") {
            if (!pattern13.test(data10)) {
              let err20 = { instancePath: instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
      else {
        let err22 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate48.errors = vErrors, errors === 0;
}
validate48.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema100 = { title: "ExternalAuthorization", type: "object", description: "Asks a service of yours whether each request may pass. Give exactly one of `grpc` and `http`.", additionalProperties: !1, required: ["type"], exactlyOne: ["grpc", "http"], needless: { context: ["http"] }, properties: { type: { const: "external-authorization", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, grpc: { title: "GrpcAuthorization", type: "object", description: "A service that speaks `envoy.service.auth.v3.Authorization`.", additionalProperties: !1, required: ["upstream"], properties: { upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream to ask; needs `protocol: http2`." } } }, http: { title: "HttpAuthorization", type: "object", description: "A service that gets the request's method, path and headers, and lets it pass by answering 200.", additionalProperties: !1, required: ["upstream"], properties: { upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream to ask." }, pathPrefix: { $ref: "#/$defs/Path", description: "What is put before the request's path." }, requestHeaders: { type: "array", uniqueItems: !0, default: [], description: "Headers that the service gets besides Host, method, path, Content-Length and Authorization.", items: { $ref: "#/$defs/HeaderName" }, examples: [["cookie"]] }, upstreamHeaders: { type: "array", uniqueItems: !0, default: [], description: "Headers of a positive answer that the upstream gets.", items: { $ref: "#/$defs/HeaderName" }, examples: [["x-user"]] }, clientHeaders: { type: "array", uniqueItems: !0, default: [], description: "Headers of a negative answer that the client gets; all, if left out.", items: { $ref: "#/$defs/HeaderName" }, examples: [["www-authenticate"]] } } }, timeout: { $ref: "#/$defs/Duration", default: "200ms", description: "How long to wait for an answer." }, whenUnavailable: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request when no answer comes." }, statusWhenUnavailable: { $ref: "#/$defs/ErrorStatusCode", default: 403, description: "The status code of a request that is denied because no answer came." }, includeBody: { title: "IncludeBody", type: "object", description: "Send the request's body along; not sent, if left out.", additionalProperties: !1, required: ["maximumSize"], properties: { maximumSize: { $ref: "#/$defs/PositiveSize", description: "The most that is sent." }, whenLarger: { enum: ["reject", "truncate"], default: "reject", description: "What becomes of a larger body: 413, or only its beginning is sent." } } }, context: { type: "object", default: {}, description: "Entries that the service gets as context extensions; for `grpc`.", additionalProperties: { type: "string" }, examples: [{ realm: "shop" }] } }, examples: [{ type: "external-authorization", grpc: { upstream: "authorizer" }, timeout: "500ms" }] };
var schema110 = { type: ["integer", "string"], description: "A number of bytes above 0, plain or with `B`, `KiB`, `MiB` or `GiB`.", minimum: 1, pattern: "^[0-9]+(B|KiB|MiB|GiB)$", format: "positive-size", examples: ["64KiB", 65536] }, pattern40 = new RegExp("^/[^?#\\s]*$", "u");
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema100.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "external-authorization") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "external-authorization" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.grpc !== void 0) {
      let data2 = data.grpc;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.upstream === void 0) {
          let err5 = { instancePath: instancePath + "/grpc", schemaPath: "#/properties/grpc/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        for (let key1 in data2)
          if (key1 !== "upstream") {
            let err6 = { instancePath: instancePath + "/grpc", schemaPath: "#/properties/grpc/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data2.upstream !== void 0) {
          let data3 = data2.upstream;
          if (typeof data3 == "string") {
            if (!pattern13.test(data3)) {
              let err7 = { instancePath: instancePath + "/grpc/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/grpc/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        let err9 = { instancePath: instancePath + "/grpc", schemaPath: "#/properties/grpc/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.http !== void 0) {
      let data4 = data.http;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.upstream === void 0) {
          let err10 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        for (let key2 in data4)
          if (!(key2 === "upstream" || key2 === "pathPrefix" || key2 === "requestHeaders" || key2 === "upstreamHeaders" || key2 === "clientHeaders")) {
            let err11 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        if (data4.upstream !== void 0) {
          let data5 = data4.upstream;
          if (typeof data5 == "string") {
            if (!pattern13.test(data5)) {
              let err12 = { instancePath: instancePath + "/http/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          } else {
            let err13 = { instancePath: instancePath + "/http/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data4.pathPrefix !== void 0) {
          let data6 = data4.pathPrefix;
          if (typeof data6 == "string") {
            if (!pattern40.test(data6)) {
              let err14 = { instancePath: instancePath + "/http/pathPrefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/http/pathPrefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        if (data4.requestHeaders !== void 0) {
          let data7 = data4.requestHeaders;
          if (Array.isArray(data7)) {
            let len0 = data7.length;
            for (let i0 = 0; i0 < len0; i0++)
              if (typeof data7[i0] != "string") {
                let err16 = { instancePath: instancePath + "/http/requestHeaders/" + i0, schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            let i1 = data7.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data7[i1], data7[j0])) {
                      let err17 = { instancePath: instancePath + "/http/requestHeaders", schemaPath: "#/properties/http/properties/requestHeaders/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                      break outer0;
                    }
            }
          } else {
            let err18 = { instancePath: instancePath + "/http/requestHeaders", schemaPath: "#/properties/http/properties/requestHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data4.upstreamHeaders !== void 0) {
          let data9 = data4.upstreamHeaders;
          if (Array.isArray(data9)) {
            let len1 = data9.length;
            for (let i2 = 0; i2 < len1; i2++)
              if (typeof data9[i2] != "string") {
                let err19 = { instancePath: instancePath + "/http/upstreamHeaders/" + i2, schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            let i3 = data9.length, j1;
            if (i3 > 1) {
              outer1:
                for (; i3--; )
                  for (j1 = i3; j1--; )
                    if (func0(data9[i3], data9[j1])) {
                      let err20 = { instancePath: instancePath + "/http/upstreamHeaders", schemaPath: "#/properties/http/properties/upstreamHeaders/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                      break outer1;
                    }
            }
          } else {
            let err21 = { instancePath: instancePath + "/http/upstreamHeaders", schemaPath: "#/properties/http/properties/upstreamHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data4.clientHeaders !== void 0) {
          let data11 = data4.clientHeaders;
          if (Array.isArray(data11)) {
            let len2 = data11.length;
            for (let i4 = 0; i4 < len2; i4++)
              if (typeof data11[i4] != "string") {
                let err22 = { instancePath: instancePath + "/http/clientHeaders/" + i4, schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            let i5 = data11.length, j2;
            if (i5 > 1) {
              outer2:
                for (; i5--; )
                  for (j2 = i5; j2--; )
                    if (func0(data11[i5], data11[j2])) {
                      let err23 = { instancePath: instancePath + "/http/clientHeaders", schemaPath: "#/properties/http/properties/clientHeaders/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)" };
                      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                      break outer2;
                    }
            }
          } else {
            let err24 = { instancePath: instancePath + "/http/clientHeaders", schemaPath: "#/properties/http/properties/clientHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
      } else {
        let err25 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data13 = data.timeout;
      if (typeof data13 == "string") {
        if (!pattern7.test(data13)) {
          let err26 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      } else {
        let err27 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.whenUnavailable !== void 0) {
      let data14 = data.whenUnavailable;
      if (!(data14 === "deny" || data14 === "allow")) {
        let err28 = { instancePath: instancePath + "/whenUnavailable", schemaPath: "#/properties/whenUnavailable/enum", keyword: "enum", params: { allowedValues: schema100.properties.whenUnavailable.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.statusWhenUnavailable !== void 0) {
      let data15 = data.statusWhenUnavailable;
      if (!(data15 === 400 || data15 === 401 || data15 === 402 || data15 === 403 || data15 === 404 || data15 === 405 || data15 === 406 || data15 === 407 || data15 === 408 || data15 === 409 || data15 === 410 || data15 === 411 || data15 === 412 || data15 === 413 || data15 === 414 || data15 === 415 || data15 === 416 || data15 === 417 || data15 === 421 || data15 === 422 || data15 === 423 || data15 === 424 || data15 === 426 || data15 === 428 || data15 === 429 || data15 === 431 || data15 === 500 || data15 === 501 || data15 === 502 || data15 === 503 || data15 === 504 || data15 === 505 || data15 === 506 || data15 === 507 || data15 === 508 || data15 === 510 || data15 === 511)) {
        let err29 = { instancePath: instancePath + "/statusWhenUnavailable", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.includeBody !== void 0) {
      let data16 = data.includeBody;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (data16.maximumSize === void 0) {
          let err30 = { instancePath: instancePath + "/includeBody", schemaPath: "#/properties/includeBody/required", keyword: "required", params: { missingProperty: "maximumSize" }, message: "must have required property 'maximumSize'" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        for (let key3 in data16)
          if (!(key3 === "maximumSize" || key3 === "whenLarger")) {
            let err31 = { instancePath: instancePath + "/includeBody", schemaPath: "#/properties/includeBody/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
        if (data16.maximumSize !== void 0) {
          let data17 = data16.maximumSize;
          if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17)) && typeof data17 != "string") {
            let err32 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/PositiveSize/type", keyword: "type", params: { type: schema110.type }, message: "must be integer,string" };
            vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
          }
          if (typeof data17 == "number" && isFinite(data17) && (data17 < 1 || isNaN(data17))) {
            let err33 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/PositiveSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
          if (typeof data17 == "string" && !pattern15.test(data17)) {
            let err34 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/PositiveSize/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
        if (data16.whenLarger !== void 0) {
          let data18 = data16.whenLarger;
          if (!(data18 === "reject" || data18 === "truncate")) {
            let err35 = { instancePath: instancePath + "/includeBody/whenLarger", schemaPath: "#/properties/includeBody/properties/whenLarger/enum", keyword: "enum", params: { allowedValues: schema100.properties.includeBody.properties.whenLarger.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
          }
        }
      } else {
        let err36 = { instancePath: instancePath + "/includeBody", schemaPath: "#/properties/includeBody/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.context !== void 0) {
      let data19 = data.context;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (let key4 in data19)
          if (typeof data19[key4] != "string") {
            let err37 = { instancePath: instancePath + "/context/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/context/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
      } else {
        let err38 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
  } else {
    let err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
  }
  return validate49.errors = vErrors, errors === 0;
}
validate49.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema111 = { title: "ExternalProcessing", type: "object", description: "Shows requests and answers to a service of yours that speaks `envoy.service.ext_proc.v3.ExternalProcessor`, and that may change them or answer itself.", additionalProperties: !1, required: ["type", "upstream"], properties: { type: { const: "external-processing", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream of the service; needs `protocol: http2`." }, timeout: { $ref: "#/$defs/Duration", default: "200ms", description: "How long the service may take for each message; at most an hour." }, whenUnavailable: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request when the service does not answer or answers nonsense." }, statusWhenUnavailable: { $ref: "#/$defs/ErrorStatusCode", default: 500, description: "The status code of a request that is denied because the service failed; one whose service takes too long gets 504." }, request: { $ref: "#/$defs/ProcessedParts", default: {}, description: "What the service sees of requests." }, response: { $ref: "#/$defs/ProcessedParts", default: {}, description: "What the service sees of answers." }, mode: { enum: ["process", "observe"], default: "process", description: "Whether requests wait for the service and heed what it says, or it just gets copies." }, modeOverride: { enum: ["forbid", "allow"], default: "forbid", description: "Whether the service may change, request by request, what it sees." }, reroute: { enum: ["never", "when-asked", "always"], default: "never", description: "Whether a route is chosen anew after the service has changed the headers: `when-asked` leaves it to the service. A new route does not bring its filters along." }, headers: { title: "ProcessedHeaders", type: "object", default: {}, description: "Which headers the service gets.", additionalProperties: !1, properties: { only: { type: "array", minItems: 1, description: "Only these; all, if left out.", items: { $ref: "#/$defs/StringMatch" }, examples: [[{ prefix: "x-" }, { exact: ":path" }]] }, except: { type: "array", minItems: 1, description: "Not these.", items: { $ref: "#/$defs/StringMatch" }, examples: [[{ exact: "authorization" }]] } } }, mayChange: { title: "HeaderPermissions", type: "object", default: {}, description: "Which headers the service may change besides ordinary ones. A forbidden change is left out.", additionalProperties: !1, properties: { routing: { type: "boolean", default: !1, description: "Those by which a request is routed: `host`, `:authority`, `:scheme` and `:method`." }, envoy: { type: "boolean", default: !1, description: "Those that begin with `x-envoy-`." } } }, requestAttributes: { type: "array", uniqueItems: !0, default: [], description: "Envoy's attributes that the service gets with the first message of a request.", items: { $ref: "#/$defs/Attribute" }, examples: [["source.address", "request.id"]] }, responseAttributes: { type: "array", uniqueItems: !0, default: [], description: "Envoy's attributes that the service gets with the first message of an answer.", items: { $ref: "#/$defs/Attribute" }, examples: [["upstream.address"]] }, metadata: { title: "ProcessedMetadata", type: "object", default: {}, description: "Namespaces of Envoy's dynamic metadata.", additionalProperties: !1, properties: { send: { type: "array", uniqueItems: !0, default: [], description: "Those that the service gets.", items: { type: "string", minLength: 1 }, examples: [["enroute"]] }, accept: { type: "array", uniqueItems: !0, default: [], description: "Those that the service may set.", items: { type: "string", minLength: 1 }, examples: [["processor"]] } } } }, examples: [{ type: "external-processing", upstream: "processor", request: { body: "buffered" }, response: { headers: "skip" } }] }, schema116 = { title: "ProcessedParts", type: "object", description: "Parts of a message.", additionalProperties: !1, properties: { headers: { enum: ["send", "skip"], default: "send", description: "Its headers." }, body: { enum: ["skip", "buffered", "buffered-partial", "streamed", "full-duplex"], default: "skip", description: "Its body: not at all; as a whole; its beginning, as far as Envoy holds it in memory; piece by piece; or piece by piece in both directions, which needs `trailers: send`." }, trailers: { enum: ["send", "skip"], default: "skip", description: "Its trailers." } } };
var pattern46 = new RegExp("^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$", "u");
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.upstream === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema111.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "external-processing") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "external-processing" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.upstream !== void 0) {
      let data2 = data.upstream;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err6 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data3 = data.timeout;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err8 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.whenUnavailable !== void 0) {
      let data4 = data.whenUnavailable;
      if (!(data4 === "deny" || data4 === "allow")) {
        let err10 = { instancePath: instancePath + "/whenUnavailable", schemaPath: "#/properties/whenUnavailable/enum", keyword: "enum", params: { allowedValues: schema111.properties.whenUnavailable.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.statusWhenUnavailable !== void 0) {
      let data5 = data.statusWhenUnavailable;
      if (!(data5 === 400 || data5 === 401 || data5 === 402 || data5 === 403 || data5 === 404 || data5 === 405 || data5 === 406 || data5 === 407 || data5 === 408 || data5 === 409 || data5 === 410 || data5 === 411 || data5 === 412 || data5 === 413 || data5 === 414 || data5 === 415 || data5 === 416 || data5 === 417 || data5 === 421 || data5 === 422 || data5 === 423 || data5 === 424 || data5 === 426 || data5 === 428 || data5 === 429 || data5 === 431 || data5 === 500 || data5 === 501 || data5 === 502 || data5 === 503 || data5 === 504 || data5 === 505 || data5 === 506 || data5 === 507 || data5 === 508 || data5 === 510 || data5 === 511)) {
        let err11 = { instancePath: instancePath + "/statusWhenUnavailable", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.request !== void 0) {
      let data6 = data.request;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key1 in data6)
          if (!(key1 === "headers" || key1 === "body" || key1 === "trailers")) {
            let err12 = { instancePath: instancePath + "/request", schemaPath: "#/$defs/ProcessedParts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data6.headers !== void 0) {
          let data7 = data6.headers;
          if (!(data7 === "send" || data7 === "skip")) {
            let err13 = { instancePath: instancePath + "/request/headers", schemaPath: "#/$defs/ProcessedParts/properties/headers/enum", keyword: "enum", params: { allowedValues: schema116.properties.headers.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data6.body !== void 0) {
          let data8 = data6.body;
          if (!(data8 === "skip" || data8 === "buffered" || data8 === "buffered-partial" || data8 === "streamed" || data8 === "full-duplex")) {
            let err14 = { instancePath: instancePath + "/request/body", schemaPath: "#/$defs/ProcessedParts/properties/body/enum", keyword: "enum", params: { allowedValues: schema116.properties.body.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data6.trailers !== void 0) {
          let data9 = data6.trailers;
          if (!(data9 === "send" || data9 === "skip")) {
            let err15 = { instancePath: instancePath + "/request/trailers", schemaPath: "#/$defs/ProcessedParts/properties/trailers/enum", keyword: "enum", params: { allowedValues: schema116.properties.trailers.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/request", schemaPath: "#/$defs/ProcessedParts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.response !== void 0) {
      let data10 = data.response;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key2 in data10)
          if (!(key2 === "headers" || key2 === "body" || key2 === "trailers")) {
            let err17 = { instancePath: instancePath + "/response", schemaPath: "#/$defs/ProcessedParts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        if (data10.headers !== void 0) {
          let data11 = data10.headers;
          if (!(data11 === "send" || data11 === "skip")) {
            let err18 = { instancePath: instancePath + "/response/headers", schemaPath: "#/$defs/ProcessedParts/properties/headers/enum", keyword: "enum", params: { allowedValues: schema116.properties.headers.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data10.body !== void 0) {
          let data12 = data10.body;
          if (!(data12 === "skip" || data12 === "buffered" || data12 === "buffered-partial" || data12 === "streamed" || data12 === "full-duplex")) {
            let err19 = { instancePath: instancePath + "/response/body", schemaPath: "#/$defs/ProcessedParts/properties/body/enum", keyword: "enum", params: { allowedValues: schema116.properties.body.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
        if (data10.trailers !== void 0) {
          let data13 = data10.trailers;
          if (!(data13 === "send" || data13 === "skip")) {
            let err20 = { instancePath: instancePath + "/response/trailers", schemaPath: "#/$defs/ProcessedParts/properties/trailers/enum", keyword: "enum", params: { allowedValues: schema116.properties.trailers.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
      } else {
        let err21 = { instancePath: instancePath + "/response", schemaPath: "#/$defs/ProcessedParts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.mode !== void 0) {
      let data14 = data.mode;
      if (!(data14 === "process" || data14 === "observe")) {
        let err22 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema111.properties.mode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.modeOverride !== void 0) {
      let data15 = data.modeOverride;
      if (!(data15 === "forbid" || data15 === "allow")) {
        let err23 = { instancePath: instancePath + "/modeOverride", schemaPath: "#/properties/modeOverride/enum", keyword: "enum", params: { allowedValues: schema111.properties.modeOverride.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.reroute !== void 0) {
      let data16 = data.reroute;
      if (!(data16 === "never" || data16 === "when-asked" || data16 === "always")) {
        let err24 = { instancePath: instancePath + "/reroute", schemaPath: "#/properties/reroute/enum", keyword: "enum", params: { allowedValues: schema111.properties.reroute.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data17 = data.headers;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (let key3 in data17)
          if (!(key3 === "only" || key3 === "except")) {
            let err25 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        if (data17.only !== void 0) {
          let data18 = data17.only;
          if (Array.isArray(data18)) {
            if (data18.length < 1) {
              let err26 = { instancePath: instancePath + "/headers/only", schemaPath: "#/properties/headers/properties/only/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
            let len0 = data18.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate37(data18[i0], { instancePath: instancePath + "/headers/only/" + i0, parentData: data18, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
          } else {
            let err27 = { instancePath: instancePath + "/headers/only", schemaPath: "#/properties/headers/properties/only/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
        if (data17.except !== void 0) {
          let data20 = data17.except;
          if (Array.isArray(data20)) {
            if (data20.length < 1) {
              let err28 = { instancePath: instancePath + "/headers/except", schemaPath: "#/properties/headers/properties/except/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
            }
            let len1 = data20.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate37(data20[i1], { instancePath: instancePath + "/headers/except/" + i1, parentData: data20, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
          } else {
            let err29 = { instancePath: instancePath + "/headers/except", schemaPath: "#/properties/headers/properties/except/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
      } else {
        let err30 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.mayChange !== void 0) {
      let data22 = data.mayChange;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (let key4 in data22)
          if (!(key4 === "routing" || key4 === "envoy")) {
            let err31 = { instancePath: instancePath + "/mayChange", schemaPath: "#/properties/mayChange/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
        if (data22.routing !== void 0 && typeof data22.routing != "boolean") {
          let err32 = { instancePath: instancePath + "/mayChange/routing", schemaPath: "#/properties/mayChange/properties/routing/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        if (data22.envoy !== void 0 && typeof data22.envoy != "boolean") {
          let err33 = { instancePath: instancePath + "/mayChange/envoy", schemaPath: "#/properties/mayChange/properties/envoy/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
        }
      } else {
        let err34 = { instancePath: instancePath + "/mayChange", schemaPath: "#/properties/mayChange/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
    if (data.requestAttributes !== void 0) {
      let data25 = data.requestAttributes;
      if (Array.isArray(data25)) {
        let len2 = data25.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data26 = data25[i2];
          if (typeof data26 == "string") {
            if (!pattern46.test(data26)) {
              let err35 = { instancePath: instancePath + "/requestAttributes/" + i2, schemaPath: "#/$defs/Attribute/pattern", keyword: "pattern", params: { pattern: "^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$" }, message: `must match pattern "^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$"` };
              vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
            }
          } else {
            let err36 = { instancePath: instancePath + "/requestAttributes/" + i2, schemaPath: "#/$defs/Attribute/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
          }
        }
        let i3 = data25.length, j0;
        if (i3 > 1) {
          outer0:
            for (; i3--; )
              for (j0 = i3; j0--; )
                if (func0(data25[i3], data25[j0])) {
                  let err37 = { instancePath: instancePath + "/requestAttributes", schemaPath: "#/properties/requestAttributes/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i3 + " are identical)" };
                  vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
                  break outer0;
                }
        }
      } else {
        let err38 = { instancePath: instancePath + "/requestAttributes", schemaPath: "#/properties/requestAttributes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.responseAttributes !== void 0) {
      let data27 = data.responseAttributes;
      if (Array.isArray(data27)) {
        let len3 = data27.length;
        for (let i4 = 0; i4 < len3; i4++) {
          let data28 = data27[i4];
          if (typeof data28 == "string") {
            if (!pattern46.test(data28)) {
              let err39 = { instancePath: instancePath + "/responseAttributes/" + i4, schemaPath: "#/$defs/Attribute/pattern", keyword: "pattern", params: { pattern: "^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$" }, message: `must match pattern "^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$"` };
              vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
            }
          } else {
            let err40 = { instancePath: instancePath + "/responseAttributes/" + i4, schemaPath: "#/$defs/Attribute/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
          }
        }
        let i5 = data27.length, j1;
        if (i5 > 1) {
          outer1:
            for (; i5--; )
              for (j1 = i5; j1--; )
                if (func0(data27[i5], data27[j1])) {
                  let err41 = { instancePath: instancePath + "/responseAttributes", schemaPath: "#/properties/responseAttributes/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i5 + " are identical)" };
                  vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
                  break outer1;
                }
        }
      } else {
        let err42 = { instancePath: instancePath + "/responseAttributes", schemaPath: "#/properties/responseAttributes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data29 = data.metadata;
      if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
        for (let key5 in data29)
          if (!(key5 === "send" || key5 === "accept")) {
            let err43 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
          }
        if (data29.send !== void 0) {
          let data30 = data29.send;
          if (Array.isArray(data30)) {
            let len4 = data30.length;
            for (let i6 = 0; i6 < len4; i6++) {
              let data31 = data30[i6];
              if (typeof data31 == "string") {
                if (func4(data31) < 1) {
                  let err44 = { instancePath: instancePath + "/metadata/send/" + i6, schemaPath: "#/properties/metadata/properties/send/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                }
              } else {
                let err45 = { instancePath: instancePath + "/metadata/send/" + i6, schemaPath: "#/properties/metadata/properties/send/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
              }
            }
            let i7 = data30.length, j2;
            if (i7 > 1) {
              let indices0 = {};
              for (; i7--; ) {
                let item0 = data30[i7];
                if (typeof item0 == "string") {
                  if (typeof indices0[item0] == "number") {
                    j2 = indices0[item0];
                    let err46 = { instancePath: instancePath + "/metadata/send", schemaPath: "#/properties/metadata/properties/send/uniqueItems", keyword: "uniqueItems", params: { i: i7, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i7 + " are identical)" };
                    vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                    break;
                  }
                  indices0[item0] = i7;
                }
              }
            }
          } else {
            let err47 = { instancePath: instancePath + "/metadata/send", schemaPath: "#/properties/metadata/properties/send/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
        }
        if (data29.accept !== void 0) {
          let data32 = data29.accept;
          if (Array.isArray(data32)) {
            let len5 = data32.length;
            for (let i8 = 0; i8 < len5; i8++) {
              let data33 = data32[i8];
              if (typeof data33 == "string") {
                if (func4(data33) < 1) {
                  let err48 = { instancePath: instancePath + "/metadata/accept/" + i8, schemaPath: "#/properties/metadata/properties/accept/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
                }
              } else {
                let err49 = { instancePath: instancePath + "/metadata/accept/" + i8, schemaPath: "#/properties/metadata/properties/accept/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
              }
            }
            let i9 = data32.length, j3;
            if (i9 > 1) {
              let indices1 = {};
              for (; i9--; ) {
                let item1 = data32[i9];
                if (typeof item1 == "string") {
                  if (typeof indices1[item1] == "number") {
                    j3 = indices1[item1];
                    let err50 = { instancePath: instancePath + "/metadata/accept", schemaPath: "#/properties/metadata/properties/accept/uniqueItems", keyword: "uniqueItems", params: { i: i9, j: j3 }, message: "must NOT have duplicate items (items ## " + j3 + " and " + i9 + " are identical)" };
                    vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
                    break;
                  }
                  indices1[item1] = i9;
                }
              }
            }
          } else {
            let err51 = { instancePath: instancePath + "/metadata/accept", schemaPath: "#/properties/metadata/properties/accept/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
          }
        }
      } else {
        let err52 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
      }
    }
  } else {
    let err53 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
  }
  return validate50.errors = vErrors, errors === 0;
}
validate50.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "delay" || key0 === "abort" || key0 === "responseRate" || key0 === "maximumActive")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "fault-injection") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "fault-injection" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.delay !== void 0) {
      let data2 = data.delay;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "duration" || key1 === "fromHeader" || key1 === "percentage")) {
            let err5 = { instancePath: instancePath + "/delay", schemaPath: "#/properties/delay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        if (data2.duration !== void 0) {
          let data3 = data2.duration;
          if (typeof data3 == "string") {
            if (!pattern7.test(data3)) {
              let err6 = { instancePath: instancePath + "/delay/duration", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/delay/duration", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        if (data2.fromHeader !== void 0 && data2.fromHeader !== !0) {
          let err8 = { instancePath: instancePath + "/delay/fromHeader", schemaPath: "#/properties/delay/properties/fromHeader/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2.percentage !== void 0) {
          let data5 = data2.percentage;
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 100 || isNaN(data5)) {
              let err9 = { instancePath: instancePath + "/delay/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              let err10 = { instancePath: instancePath + "/delay/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/delay/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/delay", schemaPath: "#/properties/delay/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.abort !== void 0) {
      let data6 = data.abort;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key2 in data6)
          if (!(key2 === "statusCode" || key2 === "grpcStatus" || key2 === "fromHeader" || key2 === "percentage" || key2 === "body")) {
            let err13 = { instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        if (data6.statusCode !== void 0) {
          let data7 = data6.statusCode;
          if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            let err14 = { instancePath: instancePath + "/abort/statusCode", schemaPath: "#/$defs/StatusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 599 || isNaN(data7)) {
              let err15 = { instancePath: instancePath + "/abort/statusCode", schemaPath: "#/$defs/StatusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data7 < 200 || isNaN(data7)) {
              let err16 = { instancePath: instancePath + "/abort/statusCode", schemaPath: "#/$defs/StatusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 }, message: "must be >= 200" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          }
        }
        if (data6.grpcStatus !== void 0) {
          let data8 = data6.grpcStatus;
          if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
            let err17 = { instancePath: instancePath + "/abort/grpcStatus", schemaPath: "#/properties/abort/properties/grpcStatus/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 16 || isNaN(data8)) {
              let err18 = { instancePath: instancePath + "/abort/grpcStatus", schemaPath: "#/properties/abort/properties/grpcStatus/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              let err19 = { instancePath: instancePath + "/abort/grpcStatus", schemaPath: "#/properties/abort/properties/grpcStatus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
          }
        }
        if (data6.fromHeader !== void 0 && data6.fromHeader !== !0) {
          let err20 = { instancePath: instancePath + "/abort/fromHeader", schemaPath: "#/properties/abort/properties/fromHeader/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data6.percentage !== void 0) {
          let data10 = data6.percentage;
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 100 || isNaN(data10)) {
              let err21 = { instancePath: instancePath + "/abort/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              let err22 = { instancePath: instancePath + "/abort/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/abort/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data6.body !== void 0) {
          let data11 = data6.body;
          if (typeof data11 == "string") {
            if (func4(data11) < 1) {
              let err24 = { instancePath: instancePath + "/abort/body", schemaPath: "#/properties/abort/properties/body/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
          } else {
            let err25 = { instancePath: instancePath + "/abort/body", schemaPath: "#/properties/abort/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
      } else {
        let err26 = { instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
    if (data.responseRate !== void 0) {
      let data12 = data.responseRate;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (let key3 in data12)
          if (!(key3 === "perSecond" || key3 === "fromHeader" || key3 === "percentage")) {
            let err27 = { instancePath: instancePath + "/responseRate", schemaPath: "#/properties/responseRate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        if (data12.perSecond !== void 0) {
          let data13 = data12.perSecond;
          if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13)) && typeof data13 != "string") {
            let err28 = { instancePath: instancePath + "/responseRate/perSecond", schemaPath: "#/$defs/Size/type", keyword: "type", params: { type: schema60.type }, message: "must be integer,string" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
          if (typeof data13 == "number" && isFinite(data13) && (data13 < 0 || isNaN(data13))) {
            let err29 = { instancePath: instancePath + "/responseRate/perSecond", schemaPath: "#/$defs/Size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
          if (typeof data13 == "string" && !pattern15.test(data13)) {
            let err30 = { instancePath: instancePath + "/responseRate/perSecond", schemaPath: "#/$defs/Size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
        }
        if (data12.fromHeader !== void 0 && data12.fromHeader !== !0) {
          let err31 = { instancePath: instancePath + "/responseRate/fromHeader", schemaPath: "#/properties/responseRate/properties/fromHeader/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data12.percentage !== void 0) {
          let data15 = data12.percentage;
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 > 100 || isNaN(data15)) {
              let err32 = { instancePath: instancePath + "/responseRate/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
            }
            if (data15 < 0 || isNaN(data15)) {
              let err33 = { instancePath: instancePath + "/responseRate/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
            }
          } else {
            let err34 = { instancePath: instancePath + "/responseRate/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
      } else {
        let err35 = { instancePath: instancePath + "/responseRate", schemaPath: "#/properties/responseRate/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.maximumActive !== void 0) {
      let data16 = data.maximumActive;
      if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
        let err36 = { instancePath: instancePath + "/maximumActive", schemaPath: "#/properties/maximumActive/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
      if (typeof data16 == "number" && isFinite(data16)) {
        if (data16 > 4294967295 || isNaN(data16)) {
          let err37 = { instancePath: instancePath + "/maximumActive", schemaPath: "#/properties/maximumActive/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
        }
        if (data16 < 0 || isNaN(data16)) {
          let err38 = { instancePath: instancePath + "/maximumActive", schemaPath: "#/properties/maximumActive/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
        }
      }
    }
  } else {
    let err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema128 = { title: "GrpcJsonTranscoder", type: "object", description: "Lets clients call gRPC services by HTTP and JSON, as their `google.api.http` options say. The Upstream needs `protocol: http2`.", additionalProperties: !1, required: ["type", "descriptors", "services"], properties: { type: { const: "grpc-json-transcoder", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, descriptors: { title: "GrpcDescriptors", type: "object", description: "The descriptor set of the services, as `protoc --include_imports --descriptor_set_out` writes it. Give exactly one of `file` and `inline`.", additionalProperties: !1, exactlyOne: ["file", "inline"], properties: { file: { type: "string", minLength: 1, description: "The path of a file on each Envoy's machine. An Envoy that does not find it, or a service in it, refuses the routes and keeps those it has.", examples: ["/etc/envoy/shop.pb"] }, inline: { type: "string", format: "descriptor-set", description: "The descriptor set itself, in base64.", examples: ["Cg8KCnNob3AucHJvdG8SAXM="] } } }, services: { type: "array", minItems: 1, uniqueItems: !0, description: "Full names of the services that clients may call.", items: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$" }, examples: [["shop.v1.Orders"]] }, methodsWithoutOption: { enum: ["skip", "post"], default: "skip", description: "Whether methods without the option can be called: not, or by `POST /<service>/<method>`." }, errors: { enum: ["body", "headers"], default: "body", description: "Where clients find the status of a call that failed: as JSON in the body, or in the headers `grpc-status` and `grpc-message`." }, routeBy: { enum: ["client-path", "grpc-path"], default: "client-path", description: "Which path chooses the route: the client's, or the one that is called, for which a route is then chosen anew." }, unknownMethods: { enum: ["pass", "reject"], default: "pass", description: "What becomes of requests that are no call of these services: they pass as they are, or get 404." }, unknownQueryParameters: { enum: ["pass", "reject", "ignore"], default: "reject", description: "What becomes of calls with query parameters that their method does not have: they pass as they are, get 400, or are made without them." }, ignoredQueryParameters: { type: "array", uniqueItems: !0, default: [], description: "Query parameters that no method needs to have.", items: { type: "string", minLength: 1 }, examples: [["api_key"]] }, json: { title: "JsonStyle", type: "object", default: {}, description: "How answers look in JSON.", additionalProperties: !1, properties: { layout: { enum: ["compact", "indented"], default: "compact", description: "Without white space, or indented." }, zeroValues: { enum: ["omit", "print"], default: "omit", description: "What becomes of fields that hold nothing but 0, false or an empty text." }, enums: { enum: ["names", "numbers"], default: "names", description: "How enum values look." }, fieldNames: { enum: ["camel-case", "proto"], default: "camel-case", description: "How fields are called: `userName`, or as in the proto file." }, streams: { enum: ["array", "lines", "server-sent-events"], default: "array", description: "How the answers of a stream follow one another: as items of one array, one a line, or as events." } } } }, examples: [{ type: "grpc-json-transcoder", descriptors: { file: "/etc/envoy/shop.pb" }, services: ["shop.v1.Orders"] }] }, pattern52 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.descriptors === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "descriptors" }, message: "must have required property 'descriptors'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.services === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "services" }, message: "must have required property 'services'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema128.properties, key0)) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.type !== void 0 && data.type !== "grpc-json-transcoder") {
      let err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "grpc-json-transcoder" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.descriptors !== void 0) {
      let data2 = data.descriptors;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "file" || key1 === "inline")) {
            let err7 = { instancePath: instancePath + "/descriptors", schemaPath: "#/properties/descriptors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data2.file !== void 0) {
          let data3 = data2.file;
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err8 = { instancePath: instancePath + "/descriptors/file", schemaPath: "#/properties/descriptors/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/descriptors/file", schemaPath: "#/properties/descriptors/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data2.inline !== void 0 && typeof data2.inline != "string") {
          let err10 = { instancePath: instancePath + "/descriptors/inline", schemaPath: "#/properties/descriptors/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/descriptors", schemaPath: "#/properties/descriptors/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.services !== void 0) {
      let data5 = data.services;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err12 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 == "string") {
            if (!pattern52.test(data6)) {
              let err13 = { instancePath: instancePath + "/services/" + i0, schemaPath: "#/properties/services/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$"' };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/services/" + i0, schemaPath: "#/properties/services/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        let i1 = data5.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data5[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err15 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.methodsWithoutOption !== void 0) {
      let data7 = data.methodsWithoutOption;
      if (!(data7 === "skip" || data7 === "post")) {
        let err17 = { instancePath: instancePath + "/methodsWithoutOption", schemaPath: "#/properties/methodsWithoutOption/enum", keyword: "enum", params: { allowedValues: schema128.properties.methodsWithoutOption.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.errors !== void 0) {
      let data8 = data.errors;
      if (!(data8 === "body" || data8 === "headers")) {
        let err18 = { instancePath: instancePath + "/errors", schemaPath: "#/properties/errors/enum", keyword: "enum", params: { allowedValues: schema128.properties.errors.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.routeBy !== void 0) {
      let data9 = data.routeBy;
      if (!(data9 === "client-path" || data9 === "grpc-path")) {
        let err19 = { instancePath: instancePath + "/routeBy", schemaPath: "#/properties/routeBy/enum", keyword: "enum", params: { allowedValues: schema128.properties.routeBy.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.unknownMethods !== void 0) {
      let data10 = data.unknownMethods;
      if (!(data10 === "pass" || data10 === "reject")) {
        let err20 = { instancePath: instancePath + "/unknownMethods", schemaPath: "#/properties/unknownMethods/enum", keyword: "enum", params: { allowedValues: schema128.properties.unknownMethods.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.unknownQueryParameters !== void 0) {
      let data11 = data.unknownQueryParameters;
      if (!(data11 === "pass" || data11 === "reject" || data11 === "ignore")) {
        let err21 = { instancePath: instancePath + "/unknownQueryParameters", schemaPath: "#/properties/unknownQueryParameters/enum", keyword: "enum", params: { allowedValues: schema128.properties.unknownQueryParameters.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.ignoredQueryParameters !== void 0) {
      let data12 = data.ignoredQueryParameters;
      if (Array.isArray(data12)) {
        let len1 = data12.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data13 = data12[i2];
          if (typeof data13 == "string") {
            if (func4(data13) < 1) {
              let err22 = { instancePath: instancePath + "/ignoredQueryParameters/" + i2, schemaPath: "#/properties/ignoredQueryParameters/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/ignoredQueryParameters/" + i2, schemaPath: "#/properties/ignoredQueryParameters/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        let i3 = data12.length, j1;
        if (i3 > 1) {
          let indices1 = {};
          for (; i3--; ) {
            let item1 = data12[i3];
            if (typeof item1 == "string") {
              if (typeof indices1[item1] == "number") {
                j1 = indices1[item1];
                let err24 = { instancePath: instancePath + "/ignoredQueryParameters", schemaPath: "#/properties/ignoredQueryParameters/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
                break;
              }
              indices1[item1] = i3;
            }
          }
        }
      } else {
        let err25 = { instancePath: instancePath + "/ignoredQueryParameters", schemaPath: "#/properties/ignoredQueryParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.json !== void 0) {
      let data14 = data.json;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (let key2 in data14)
          if (!(key2 === "layout" || key2 === "zeroValues" || key2 === "enums" || key2 === "fieldNames" || key2 === "streams")) {
            let err26 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        if (data14.layout !== void 0) {
          let data15 = data14.layout;
          if (!(data15 === "compact" || data15 === "indented")) {
            let err27 = { instancePath: instancePath + "/json/layout", schemaPath: "#/properties/json/properties/layout/enum", keyword: "enum", params: { allowedValues: schema128.properties.json.properties.layout.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
        if (data14.zeroValues !== void 0) {
          let data16 = data14.zeroValues;
          if (!(data16 === "omit" || data16 === "print")) {
            let err28 = { instancePath: instancePath + "/json/zeroValues", schemaPath: "#/properties/json/properties/zeroValues/enum", keyword: "enum", params: { allowedValues: schema128.properties.json.properties.zeroValues.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        }
        if (data14.enums !== void 0) {
          let data17 = data14.enums;
          if (!(data17 === "names" || data17 === "numbers")) {
            let err29 = { instancePath: instancePath + "/json/enums", schemaPath: "#/properties/json/properties/enums/enum", keyword: "enum", params: { allowedValues: schema128.properties.json.properties.enums.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
        if (data14.fieldNames !== void 0) {
          let data18 = data14.fieldNames;
          if (!(data18 === "camel-case" || data18 === "proto")) {
            let err30 = { instancePath: instancePath + "/json/fieldNames", schemaPath: "#/properties/json/properties/fieldNames/enum", keyword: "enum", params: { allowedValues: schema128.properties.json.properties.fieldNames.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
        }
        if (data14.streams !== void 0) {
          let data19 = data14.streams;
          if (!(data19 === "array" || data19 === "lines" || data19 === "server-sent-events")) {
            let err31 = { instancePath: instancePath + "/json/streams", schemaPath: "#/properties/json/properties/streams/enum", keyword: "enum", params: { allowedValues: schema128.properties.json.properties.streams.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
        }
      } else {
        let err32 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
  } else {
    let err33 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
  }
  return validate54.errors = vErrors, errors === 0;
}
validate54.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "grpc-web") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "grpc-web" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema134 = { title: "HeaderToMetadataRule", type: "object", description: "A header or cookie and what becomes of it. Give exactly one of `header` and `cookie`, and at least one of `onPresent` and `onMissing`.", additionalProperties: !1, exactlyOne: ["header", "cookie"], atLeastOne: ["onPresent", "onMissing"], properties: { header: { $ref: "#/$defs/HeaderName", description: "The header. Of several with the name, the values are joined by commas." }, cookie: { type: "string", format: "header-name", description: "The cookie; in rules for requests.", examples: ["session"] }, onPresent: { title: "PresentHeader", type: "object", description: "What is kept if it is there. Give at most one of `value` and `rewrite`; without both it is the value of the header or cookie.", additionalProperties: !1, required: ["key"], properties: { namespace: { $ref: "#/$defs/MetadataNamespace", default: "enroute" }, key: { $ref: "#/$defs/MetadataKey" }, as: { $ref: "#/$defs/MetadataType", default: "string" }, encoding: { enum: ["none", "base64"], default: "none", description: "How the value stands in the header." }, value: { type: "string", minLength: 1, description: "This, instead of the value that is there.", examples: ["yes"] }, rewrite: { $ref: "#/$defs/RegexSubstitution", description: "The value, with what an expression matches replaced." } } }, onMissing: { title: "MissingHeader", type: "object", description: "What is kept if it is not there.", additionalProperties: !1, required: ["key", "value"], properties: { namespace: { $ref: "#/$defs/MetadataNamespace", default: "enroute" }, key: { $ref: "#/$defs/MetadataKey" }, as: { $ref: "#/$defs/MetadataType", default: "string" }, value: { type: "string", minLength: 1, description: "The value.", examples: ["unknown"] } } }, remove: { type: "boolean", default: !1, description: "Whether the header goes no further; not for cookies." } } };
var schema138 = { enum: ["string", "number"], description: "What the value is kept as. One that is no number is then left out.", examples: ["number"] };
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pattern === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pattern" }, message: "must have required property 'pattern'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.substitution === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "substitution" }, message: "must have required property 'substitution'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "pattern" || key0 === "substitution")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.pattern !== void 0) {
      let data0 = data.pattern;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err3 = { instancePath: instancePath + "/pattern", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/pattern", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.substitution !== void 0 && typeof data.substitution != "string") {
      let err5 = { instancePath: instancePath + "/substitution", schemaPath: "#/properties/substitution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate58.errors = vErrors, errors === 0;
}
validate58.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "header" || key0 === "cookie" || key0 === "onPresent" || key0 === "onMissing" || key0 === "remove")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err1 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.cookie !== void 0 && typeof data.cookie != "string") {
      let err2 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.onPresent !== void 0) {
      let data2 = data.onPresent;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.key === void 0) {
          let err3 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        for (let key1 in data2)
          if (!(key1 === "namespace" || key1 === "key" || key1 === "as" || key1 === "encoding" || key1 === "value" || key1 === "rewrite")) {
            let err4 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        if (data2.namespace !== void 0) {
          let data3 = data2.namespace;
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err5 = { instancePath: instancePath + "/onPresent/namespace", schemaPath: "#/$defs/MetadataNamespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          } else {
            let err6 = { instancePath: instancePath + "/onPresent/namespace", schemaPath: "#/$defs/MetadataNamespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        if (data2.key !== void 0) {
          let data4 = data2.key;
          if (typeof data4 == "string") {
            if (func4(data4) < 1) {
              let err7 = { instancePath: instancePath + "/onPresent/key", schemaPath: "#/$defs/MetadataKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/onPresent/key", schemaPath: "#/$defs/MetadataKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data2.as !== void 0) {
          let data5 = data2.as;
          if (!(data5 === "string" || data5 === "number")) {
            let err9 = { instancePath: instancePath + "/onPresent/as", schemaPath: "#/$defs/MetadataType/enum", keyword: "enum", params: { allowedValues: schema138.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data2.encoding !== void 0) {
          let data6 = data2.encoding;
          if (!(data6 === "none" || data6 === "base64")) {
            let err10 = { instancePath: instancePath + "/onPresent/encoding", schemaPath: "#/properties/onPresent/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema134.properties.onPresent.properties.encoding.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data2.value !== void 0) {
          let data7 = data2.value;
          if (typeof data7 == "string") {
            if (func4(data7) < 1) {
              let err11 = { instancePath: instancePath + "/onPresent/value", schemaPath: "#/properties/onPresent/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/onPresent/value", schemaPath: "#/properties/onPresent/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        data2.rewrite !== void 0 && (validate58(data2.rewrite, { instancePath: instancePath + "/onPresent/rewrite", parentData: data2, parentDataProperty: "rewrite", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors), errors = vErrors.length));
      } else {
        let err13 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.onMissing !== void 0) {
      let data9 = data.onMissing;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.key === void 0) {
          let err14 = { instancePath: instancePath + "/onMissing", schemaPath: "#/properties/onMissing/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data9.value === void 0) {
          let err15 = { instancePath: instancePath + "/onMissing", schemaPath: "#/properties/onMissing/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        for (let key2 in data9)
          if (!(key2 === "namespace" || key2 === "key" || key2 === "as" || key2 === "value")) {
            let err16 = { instancePath: instancePath + "/onMissing", schemaPath: "#/properties/onMissing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        if (data9.namespace !== void 0) {
          let data10 = data9.namespace;
          if (typeof data10 == "string") {
            if (func4(data10) < 1) {
              let err17 = { instancePath: instancePath + "/onMissing/namespace", schemaPath: "#/$defs/MetadataNamespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/onMissing/namespace", schemaPath: "#/$defs/MetadataNamespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data9.key !== void 0) {
          let data11 = data9.key;
          if (typeof data11 == "string") {
            if (func4(data11) < 1) {
              let err19 = { instancePath: instancePath + "/onMissing/key", schemaPath: "#/$defs/MetadataKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
          } else {
            let err20 = { instancePath: instancePath + "/onMissing/key", schemaPath: "#/$defs/MetadataKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        if (data9.as !== void 0) {
          let data12 = data9.as;
          if (!(data12 === "string" || data12 === "number")) {
            let err21 = { instancePath: instancePath + "/onMissing/as", schemaPath: "#/$defs/MetadataType/enum", keyword: "enum", params: { allowedValues: schema138.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data9.value !== void 0) {
          let data13 = data9.value;
          if (typeof data13 == "string") {
            if (func4(data13) < 1) {
              let err22 = { instancePath: instancePath + "/onMissing/value", schemaPath: "#/properties/onMissing/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/onMissing/value", schemaPath: "#/properties/onMissing/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/onMissing", schemaPath: "#/properties/onMissing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.remove !== void 0 && typeof data.remove != "boolean") {
      let err25 = { instancePath: instancePath + "/remove", schemaPath: "#/properties/remove/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
  } else {
    let err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
  }
  return validate57.errors = vErrors, errors === 0;
}
validate57.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "request" || key0 === "response")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "header-to-metadata") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "header-to-metadata" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.request !== void 0) {
      let data2 = data.request;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err5 = { instancePath: instancePath + "/request", schemaPath: "#/properties/request/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate57(data2[i0], { instancePath: instancePath + "/request/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/request", schemaPath: "#/properties/request/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.response !== void 0) {
      let data4 = data.response;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err7 = { instancePath: instancePath + "/response", schemaPath: "#/properties/response/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate57(data4[i1], { instancePath: instancePath + "/response/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length);
      } else {
        let err8 = { instancePath: instancePath + "/response", schemaPath: "#/properties/response/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "remove" || key0 === "set" || key0 === "add" || key0 === "setIfAbsent")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.remove !== void 0) {
      let data0 = data.remove;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data0[i0] != "string") {
            let err2 = { instancePath: instancePath + "/remove/" + i0, schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data0[i1], data0[j0])) {
                  let err3 = { instancePath: instancePath + "/remove", schemaPath: "#/properties/remove/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                  break outer0;
                }
        }
      } else {
        let err4 = { instancePath: instancePath + "/remove", schemaPath: "#/properties/remove/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.set !== void 0) {
      let data2 = data.set;
      if (Array.isArray(data2)) {
        let len1 = data2.length;
        for (let i2 = 0; i2 < len1; i2++)
          validate44(data2[i2], { instancePath: instancePath + "/set/" + i2, parentData: data2, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/set", schemaPath: "#/properties/set/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.add !== void 0) {
      let data4 = data.add;
      if (Array.isArray(data4)) {
        let len2 = data4.length;
        for (let i3 = 0; i3 < len2; i3++)
          validate44(data4[i3], { instancePath: instancePath + "/add/" + i3, parentData: data4, parentDataProperty: i3, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/add", schemaPath: "#/properties/add/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.setIfAbsent !== void 0) {
      let data6 = data.setIfAbsent;
      if (Array.isArray(data6)) {
        let len3 = data6.length;
        for (let i4 = 0; i4 < len3; i4++)
          validate44(data6[i4], { instancePath: instancePath + "/setIfAbsent/" + i4, parentData: data6, parentDataProperty: i4, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length);
      } else {
        let err7 = { instancePath: instancePath + "/setIfAbsent", schemaPath: "#/properties/setIfAbsent/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate63.errors = vErrors, errors === 0;
}
validate63.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate62.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "request" || key0 === "response")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "headers") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "headers" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    data.request !== void 0 && (validate63(data.request, { instancePath: instancePath + "/request", parentData: data, parentDataProperty: "request", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors), errors = vErrors.length)), data.response !== void 0 && (validate63(data.response, { instancePath: instancePath + "/response", parentData: data, parentDataProperty: "response", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors), errors = vErrors.length));
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate62.errors = vErrors, errors === 0;
}
validate62.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema148 = { title: "HealthCheckFilter", type: "object", description: "Answers the probes of load balancers: 200, or 503 while Envoy drains or its administrator has failed it.", additionalProperties: !1, required: ["type", "path"], properties: { type: { const: "health-check", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, path: { $ref: "#/$defs/Path", description: "The path of the probes, the whole of it. All other requests pass." }, mode: { enum: ["answer", "forward"], default: "answer", description: "Whether Envoy answers by itself, or probes go to the upstream unless Envoy drains." }, cacheTime: { $ref: "#/$defs/PositiveDuration", description: "How long an answer of the upstream serves for further probes; with `mode: forward`. Each probe goes to the upstream, if left out." }, minimumHealthy: { type: "array", minItems: 1, description: "Upstreams of which so many endpoints must be healthy for a 200; with `mode: answer`.", items: { title: "MinimumHealthy", type: "object", description: "An upstream and how many of its endpoints must be healthy.", additionalProperties: !1, required: ["upstream", "percentage"], properties: { upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream." }, percentage: { $ref: "#/$defs/Percentage", description: "The least share of healthy endpoints, in percent." } } }, examples: [[{ upstream: "checkout", percentage: 50 }]] } }, examples: [{ type: "health-check", path: "/healthz", minimumHealthy: [{ upstream: "checkout", percentage: 50 }] }] };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.path === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "path" || key0 === "mode" || key0 === "cacheTime" || key0 === "minimumHealthy")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "health-check") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "health-check" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.path !== void 0) {
      let data2 = data.path;
      if (typeof data2 == "string") {
        if (!pattern40.test(data2)) {
          let err6 = { instancePath: instancePath + "/path", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/path", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.mode !== void 0) {
      let data3 = data.mode;
      if (!(data3 === "answer" || data3 === "forward")) {
        let err8 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema148.properties.mode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.cacheTime !== void 0) {
      let data4 = data.cacheTime;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err9 = { instancePath: instancePath + "/cacheTime", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/cacheTime", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.minimumHealthy !== void 0) {
      let data5 = data.minimumHealthy;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err11 = { instancePath: instancePath + "/minimumHealthy", schemaPath: "#/properties/minimumHealthy/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.upstream === void 0) {
              let err12 = { instancePath: instancePath + "/minimumHealthy/" + i0, schemaPath: "#/properties/minimumHealthy/items/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data6.percentage === void 0) {
              let err13 = { instancePath: instancePath + "/minimumHealthy/" + i0, schemaPath: "#/properties/minimumHealthy/items/required", keyword: "required", params: { missingProperty: "percentage" }, message: "must have required property 'percentage'" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            for (let key1 in data6)
              if (!(key1 === "upstream" || key1 === "percentage")) {
                let err14 = { instancePath: instancePath + "/minimumHealthy/" + i0, schemaPath: "#/properties/minimumHealthy/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
              }
            if (data6.upstream !== void 0) {
              let data7 = data6.upstream;
              if (typeof data7 == "string") {
                if (!pattern13.test(data7)) {
                  let err15 = { instancePath: instancePath + "/minimumHealthy/" + i0 + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                }
              } else {
                let err16 = { instancePath: instancePath + "/minimumHealthy/" + i0 + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
            if (data6.percentage !== void 0) {
              let data8 = data6.percentage;
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 > 100 || isNaN(data8)) {
                  let err17 = { instancePath: instancePath + "/minimumHealthy/" + i0 + "/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
                  vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                }
                if (data8 < 0 || isNaN(data8)) {
                  let err18 = { instancePath: instancePath + "/minimumHealthy/" + i0 + "/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                }
              } else {
                let err19 = { instancePath: instancePath + "/minimumHealthy/" + i0 + "/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            }
          } else {
            let err20 = { instancePath: instancePath + "/minimumHealthy/" + i0, schemaPath: "#/properties/minimumHealthy/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
      } else {
        let err21 = { instancePath: instancePath + "/minimumHealthy", schemaPath: "#/properties/minimumHealthy/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
  } else {
    let err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
  }
  return validate69.errors = vErrors, errors === 0;
}
validate69.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema154 = { title: "IpAccess", type: "object", description: "Lets requests pass, or not, by the client's address. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.", additionalProperties: !1, required: ["type"], atLeastOne: ["allow", "deny"], properties: { type: { const: "ip-access", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, allow: { type: "array", minItems: 1, uniqueItems: !0, description: "Ranges that may pass; all, if left out.", items: { $ref: "#/$defs/Cidr" }, examples: [["203.0.113.0/24"]] }, deny: { type: "array", minItems: 1, uniqueItems: !0, description: "Ranges that may not pass.", items: { $ref: "#/$defs/Cidr" }, examples: [["198.51.100.7"]] }, address: { enum: ["client", "peer"], default: "client", description: "Which address counts: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected." } }, examples: [{ type: "ip-access", allow: ["203.0.113.0/24", "2001:db8::/32"] }] };
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate70.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "allow" || key0 === "deny" || key0 === "address")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "ip-access") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "ip-access" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.allow !== void 0) {
      let data2 = data.allow;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err5 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data2[i0] != "string") {
            let err6 = { instancePath: instancePath + "/allow/" + i0, schemaPath: "#/$defs/Cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        let i1 = data2.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data2[i1], data2[j0])) {
                  let err7 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                  break outer0;
                }
        }
      } else {
        let err8 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.deny !== void 0) {
      let data4 = data.deny;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err9 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        let len1 = data4.length;
        for (let i2 = 0; i2 < len1; i2++)
          if (typeof data4[i2] != "string") {
            let err10 = { instancePath: instancePath + "/deny/" + i2, schemaPath: "#/$defs/Cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        let i3 = data4.length, j1;
        if (i3 > 1) {
          outer1:
            for (; i3--; )
              for (j1 = i3; j1--; )
                if (func0(data4[i3], data4[j1])) {
                  let err11 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                  break outer1;
                }
        }
      } else {
        let err12 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.address !== void 0) {
      let data6 = data.address;
      if (!(data6 === "client" || data6 === "peer")) {
        let err13 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/enum", keyword: "enum", params: { allowedValues: schema154.properties.address.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate70.errors = vErrors, errors === 0;
}
validate70.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema160 = { title: "JsonToMetadataRules", type: "object", description: "Which values to take from which bodies.", additionalProperties: !1, required: ["rules"], properties: { rules: { type: "array", minItems: 1, description: "Values and what becomes of them.", items: { $ref: "#/$defs/JsonToMetadataRule" }, examples: [[{ path: ["model"], onPresent: { key: "model" } }]] }, contentTypes: { type: "array", minItems: 1, uniqueItems: !0, default: ["application/json"], description: "Content types of the bodies that are read.", items: { type: "string", minLength: 1 }, examples: [["application/json", "application/problem+json"]] }, withoutContentType: { enum: ["read", "ignore"], default: "ignore", description: "What becomes of bodies that have no content type." } } }, schema161 = { title: "JsonToMetadataRule", type: "object", description: "A value in a body. Give at least one of `onPresent` and `onMissing`.", additionalProperties: !1, required: ["path"], atLeastOne: ["onPresent", "onMissing"], properties: { path: { type: "array", minItems: 1, description: "Names that lead to the value, from the outside in. Lists cannot be entered.", items: { type: "string", minLength: 1 }, examples: [["model", "version"]] }, onPresent: { title: "PresentJson", type: "object", description: "What is kept if the value is there and is a text, a number or a truth value.", additionalProperties: !1, required: ["key"], properties: { namespace: { $ref: "#/$defs/JsonMetadataNamespace", default: "enroute" }, key: { $ref: "#/$defs/JsonMetadataKey" }, as: { enum: ["value", "string", "number"], default: "value", description: "What it is kept as: what it is in JSON, or changed to a text or a number." }, value: { $ref: "#/$defs/JsonConstant", description: "This, instead of the value that is there." }, whenSet: { $ref: "#/$defs/WhenSet", default: "overwrite" } } }, onMissing: { $ref: "#/$defs/JsonFallback", description: "What is kept if the value is not there, or there is no body." }, onError: { $ref: "#/$defs/JsonFallback", description: "What is kept if the body has another content type, is not JSON, or the value cannot be kept." } } };
var schema164 = { type: ["string", "number", "boolean"], description: "A text, a number, or a truth value.", examples: ["unknown"] }, schema165 = { enum: ["keep", "overwrite"], description: "What becomes of a value that an earlier filter has put there.", examples: ["keep"] };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.key === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.value === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "namespace" || key0 === "key" || key0 === "value" || key0 === "whenSet")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.namespace !== void 0) {
      let data0 = data.namespace;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err3 = { instancePath: instancePath + "/namespace", schemaPath: "#/$defs/JsonMetadataNamespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/namespace", schemaPath: "#/$defs/JsonMetadataNamespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.key !== void 0) {
      let data1 = data.key;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err5 = { instancePath: instancePath + "/key", schemaPath: "#/$defs/JsonMetadataKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/key", schemaPath: "#/$defs/JsonMetadataKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.value !== void 0) {
      let data2 = data.value;
      if (typeof data2 != "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 != "boolean") {
        let err7 = { instancePath: instancePath + "/value", schemaPath: "#/$defs/JsonConstant/type", keyword: "type", params: { type: schema164.type }, message: "must be string,number,boolean" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.whenSet !== void 0) {
      let data3 = data.whenSet;
      if (!(data3 === "keep" || data3 === "overwrite")) {
        let err8 = { instancePath: instancePath + "/whenSet", schemaPath: "#/$defs/WhenSet/enum", keyword: "enum", params: { allowedValues: schema165.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate74.errors = vErrors, errors === 0;
}
validate74.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "path" || key0 === "onPresent" || key0 === "onMissing" || key0 === "onError")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func4(data1) < 1) {
              let err3 = { instancePath: instancePath + "/path/" + i0, schemaPath: "#/properties/path/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/path/" + i0, schemaPath: "#/properties/path/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.onPresent !== void 0) {
      let data2 = data.onPresent;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.key === void 0) {
          let err6 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        for (let key1 in data2)
          if (!(key1 === "namespace" || key1 === "key" || key1 === "as" || key1 === "value" || key1 === "whenSet")) {
            let err7 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data2.namespace !== void 0) {
          let data3 = data2.namespace;
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err8 = { instancePath: instancePath + "/onPresent/namespace", schemaPath: "#/$defs/JsonMetadataNamespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/onPresent/namespace", schemaPath: "#/$defs/JsonMetadataNamespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data2.key !== void 0) {
          let data4 = data2.key;
          if (typeof data4 == "string") {
            if (func4(data4) < 1) {
              let err10 = { instancePath: instancePath + "/onPresent/key", schemaPath: "#/$defs/JsonMetadataKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/onPresent/key", schemaPath: "#/$defs/JsonMetadataKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        if (data2.as !== void 0) {
          let data5 = data2.as;
          if (!(data5 === "value" || data5 === "string" || data5 === "number")) {
            let err12 = { instancePath: instancePath + "/onPresent/as", schemaPath: "#/properties/onPresent/properties/as/enum", keyword: "enum", params: { allowedValues: schema161.properties.onPresent.properties.as.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        if (data2.value !== void 0) {
          let data6 = data2.value;
          if (typeof data6 != "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 != "boolean") {
            let err13 = { instancePath: instancePath + "/onPresent/value", schemaPath: "#/$defs/JsonConstant/type", keyword: "type", params: { type: schema164.type }, message: "must be string,number,boolean" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data2.whenSet !== void 0) {
          let data7 = data2.whenSet;
          if (!(data7 === "keep" || data7 === "overwrite")) {
            let err14 = { instancePath: instancePath + "/onPresent/whenSet", schemaPath: "#/$defs/WhenSet/enum", keyword: "enum", params: { allowedValues: schema165.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
      } else {
        let err15 = { instancePath: instancePath + "/onPresent", schemaPath: "#/properties/onPresent/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    data.onMissing !== void 0 && (validate74(data.onMissing, { instancePath: instancePath + "/onMissing", parentData: data, parentDataProperty: "onMissing", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length)), data.onError !== void 0 && (validate74(data.onError, { instancePath: instancePath + "/onError", parentData: data, parentDataProperty: "onError", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length));
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate73.errors = vErrors, errors === 0;
}
validate73.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.rules === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "rules" }, message: "must have required property 'rules'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "rules" || key0 === "contentTypes" || key0 === "withoutContentType")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.rules !== void 0) {
      let data0 = data.rules;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate73(data0[i0], { instancePath: instancePath + "/rules/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.contentTypes !== void 0) {
      let data2 = data.contentTypes;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err4 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err5 = { instancePath: instancePath + "/contentTypes/" + i1, schemaPath: "#/properties/contentTypes/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          } else {
            let err6 = { instancePath: instancePath + "/contentTypes/" + i1, schemaPath: "#/properties/contentTypes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        let i2 = data2.length, j0;
        if (i2 > 1) {
          let indices0 = {};
          for (; i2--; ) {
            let item0 = data2[i2];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err7 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                break;
              }
              indices0[item0] = i2;
            }
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/contentTypes", schemaPath: "#/properties/contentTypes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.withoutContentType !== void 0) {
      let data4 = data.withoutContentType;
      if (!(data4 === "read" || data4 === "ignore")) {
        let err9 = { instancePath: instancePath + "/withoutContentType", schemaPath: "#/properties/withoutContentType/enum", keyword: "enum", params: { allowedValues: schema160.properties.withoutContentType.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate72.errors = vErrors, errors === 0;
}
validate72.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "request" || key0 === "response")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "json-to-metadata") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "json-to-metadata" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    data.request !== void 0 && (validate72(data.request, { instancePath: instancePath + "/request", parentData: data, parentDataProperty: "request", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors), errors = vErrors.length)), data.response !== void 0 && (validate72(data.response, { instancePath: instancePath + "/response", parentData: data, parentDataProperty: "response", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors), errors = vErrors.length));
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate71.errors = vErrors, errors === 0;
}
validate71.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema171 = { title: "Jwt", type: "object", description: "Lets a request pass only with a valid JSON Web Token.", additionalProperties: !1, required: ["type", "providers"], properties: { type: { const: "jwt", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, providers: { type: "array", minItems: 1, description: "Who issues tokens.", items: { $ref: "#/$defs/JwtProvider" }, examples: [[{ name: "login", issuer: "https://login.example.com", jwks: { remote: { uri: "https://login.example.com/jwks", upstream: "login" } } }]] }, require: { enum: ["any", "all"], default: "any", description: "Whether a token of any one provider will do, or one of each is needed." }, whenMissing: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request without a token. `allow` goes with `require: any` only." }, whenInvalid: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request with an invalid token. `allow` passes it on as if there were no token, and goes with `whenMissing: allow` only." } }, examples: [{ type: "jwt", providers: [{ name: "login", issuer: "https://login.example.com", audiences: ["shop"], jwks: { remote: { uri: "https://login.example.com/jwks", upstream: "login" } } }] }] }, schema173 = { title: "JwtProvider", type: "object", description: "Who issues tokens, and how they are checked.", additionalProperties: !1, required: ["name", "jwks"], properties: { name: { $ref: "#/$defs/Name", description: "The provider's name, unique in the filter." }, issuer: { type: "string", minLength: 1, description: "The `iss` claim that tokens must have; not checked, if left out.", examples: ["https://login.example.com"] }, audiences: { type: "array", uniqueItems: !0, default: [], description: "Values of which the `aud` claim must have one; not checked, if left out.", items: { type: "string", minLength: 1 }, examples: [["shop"]] }, subjects: { $ref: "#/$defs/StringMatch", description: "A condition on the `sub` claim; not checked, if left out." }, requireExpiration: { type: "boolean", default: !1, description: "Whether a token without an `exp` claim, which would be good for ever, is invalid." }, maximumLifetime: { $ref: "#/$defs/PositiveDuration", description: "How long a token may still be good for; longer ones, and those without an `exp` claim, are invalid. No limit, if left out. Whole seconds." }, jwks: { $ref: "#/$defs/Jwks", description: "The keys that tokens are signed with." }, from: { $ref: "#/$defs/TokenLocations", description: "Where the token is looked for; `authorization: Bearer` and the query parameter `access_token`, if left out." }, forwardToken: { type: "boolean", default: !1, description: "Whether the upstream gets the token." }, forwardPayloadHeader: { $ref: "#/$defs/ChangeableHeader", description: "The header in which the upstream gets the token's payload, base64url." }, claimsToHeaders: { type: "array", default: [], description: "Claims that the upstream gets as headers.", items: { $ref: "#/$defs/ClaimToHeader" }, examples: [[{ claim: "sub", header: "x-user" }]] }, clockSkew: { $ref: "#/$defs/Duration", default: "60s", description: "How far the clocks may differ when `exp` and `nbf` are checked. Whole seconds, at least one." } } };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "remote" || key0 === "inline")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.remote !== void 0) {
      let data0 = data.remote;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.uri === void 0) {
          let err1 = { instancePath: instancePath + "/remote", schemaPath: "#/properties/remote/required", keyword: "required", params: { missingProperty: "uri" }, message: "must have required property 'uri'" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (data0.upstream === void 0) {
          let err2 = { instancePath: instancePath + "/remote", schemaPath: "#/properties/remote/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        for (let key1 in data0)
          if (!(key1 === "uri" || key1 === "upstream" || key1 === "timeout" || key1 === "retries" || key1 === "cacheDuration")) {
            let err3 = { instancePath: instancePath + "/remote", schemaPath: "#/properties/remote/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        if (data0.uri !== void 0 && typeof data0.uri != "string") {
          let err4 = { instancePath: instancePath + "/remote/uri", schemaPath: "#/properties/remote/properties/uri/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data0.upstream !== void 0) {
          let data2 = data0.upstream;
          if (typeof data2 == "string") {
            if (!pattern13.test(data2)) {
              let err5 = { instancePath: instancePath + "/remote/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          } else {
            let err6 = { instancePath: instancePath + "/remote/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        if (data0.timeout !== void 0) {
          let data3 = data0.timeout;
          if (typeof data3 == "string") {
            if (!pattern7.test(data3)) {
              let err7 = { instancePath: instancePath + "/remote/timeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/remote/timeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data0.retries !== void 0) {
          let data4 = data0.retries;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            let err9 = { instancePath: instancePath + "/remote/retries", schemaPath: "#/properties/remote/properties/retries/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 100 || isNaN(data4)) {
              let err10 = { instancePath: instancePath + "/remote/retries", schemaPath: "#/properties/remote/properties/retries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              let err11 = { instancePath: instancePath + "/remote/retries", schemaPath: "#/properties/remote/properties/retries/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          }
        }
        if (data0.cacheDuration !== void 0) {
          let data5 = data0.cacheDuration;
          if (typeof data5 == "string") {
            if (!pattern7.test(data5)) {
              let err12 = { instancePath: instancePath + "/remote/cacheDuration", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          } else {
            let err13 = { instancePath: instancePath + "/remote/cacheDuration", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
      } else {
        let err14 = { instancePath: instancePath + "/remote", schemaPath: "#/properties/remote/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.inline !== void 0 && typeof data.inline != "string") {
      let err15 = { instancePath: instancePath + "/inline", schemaPath: "#/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate83.errors = vErrors, errors === 0;
}
validate83.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate85.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "headers" || key0 === "queryParameters" || key0 === "cookies")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.headers !== void 0) {
      let data0 = data.headers;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.name === void 0) {
              let err3 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "#/properties/headers/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            for (let key1 in data1)
              if (!(key1 === "name" || key1 === "prefix")) {
                let err4 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "#/properties/headers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
              }
            if (data1.name !== void 0 && typeof data1.name != "string") {
              let err5 = { instancePath: instancePath + "/headers/" + i0 + "/name", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data1.prefix !== void 0 && typeof data1.prefix != "string") {
              let err6 = { instancePath: instancePath + "/headers/" + i0 + "/prefix", schemaPath: "#/properties/headers/items/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "#/properties/headers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.queryParameters !== void 0) {
      let data4 = data.queryParameters;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err9 = { instancePath: instancePath + "/queryParameters", schemaPath: "#/properties/queryParameters/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 == "string") {
            if (func4(data5) < 1) {
              let err10 = { instancePath: instancePath + "/queryParameters/" + i1, schemaPath: "#/properties/queryParameters/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/queryParameters/" + i1, schemaPath: "#/properties/queryParameters/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/queryParameters", schemaPath: "#/properties/queryParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.cookies !== void 0) {
      let data6 = data.cookies;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          let err13 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        let len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 == "string") {
            if (func4(data7) < 1) {
              let err14 = { instancePath: instancePath + "/cookies/" + i2, schemaPath: "#/properties/cookies/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          } else {
            let err15 = { instancePath: instancePath + "/cookies/" + i2, schemaPath: "#/properties/cookies/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate85.errors = vErrors, errors === 0;
}
validate85.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema184 = { type: ["string", "array"], description: "A claim of a token: its name, with dots between the names of nested ones, or a list of names if one has dots in it.", minLength: 1, minItems: 1, items: { type: "string", minLength: 1 }, examples: ["realm_access.roles", ["https://example.com/roles"]] };
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate87.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.claim === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "claim" }, message: "must have required property 'claim'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.header === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "header" }, message: "must have required property 'header'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "claim" || key0 === "header")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.claim !== void 0) {
      let data0 = data.claim;
      if (typeof data0 != "string" && !Array.isArray(data0)) {
        let err3 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/type", keyword: "type", params: { type: schema184.type }, message: "must be string,array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data0 == "string" && func4(data0) < 1) {
        let err4 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err5 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func4(data1) < 1) {
              let err6 = { instancePath: instancePath + "/claim/" + i0, schemaPath: "#/$defs/Claim/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/claim/" + i0, schemaPath: "#/$defs/Claim/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
      }
    }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err8 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate87.errors = vErrors, errors === 0;
}
validate87.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.jwks === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "jwks" }, message: "must have required property 'jwks'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema173.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.issuer !== void 0) {
      let data1 = data.issuer;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err5 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.audiences !== void 0) {
      let data2 = data.audiences;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err7 = { instancePath: instancePath + "/audiences/" + i0, schemaPath: "#/properties/audiences/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/audiences/" + i0, schemaPath: "#/properties/audiences/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        let i1 = data2.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data2[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err9 = { instancePath: instancePath + "/audiences", schemaPath: "#/properties/audiences/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err10 = { instancePath: instancePath + "/audiences", schemaPath: "#/properties/audiences/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.subjects !== void 0 && (validate37(data.subjects, { instancePath: instancePath + "/subjects", parentData: data, parentDataProperty: "subjects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length)), data.requireExpiration !== void 0 && typeof data.requireExpiration != "boolean") {
      let err11 = { instancePath: instancePath + "/requireExpiration", schemaPath: "#/properties/requireExpiration/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.maximumLifetime !== void 0) {
      let data6 = data.maximumLifetime;
      if (typeof data6 == "string") {
        if (!pattern7.test(data6)) {
          let err12 = { instancePath: instancePath + "/maximumLifetime", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        let err13 = { instancePath: instancePath + "/maximumLifetime", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.jwks !== void 0 && (validate83(data.jwks, { instancePath: instancePath + "/jwks", parentData: data, parentDataProperty: "jwks", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data.from !== void 0 && (validate85(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors), errors = vErrors.length)), data.forwardToken !== void 0 && typeof data.forwardToken != "boolean") {
      let err14 = { instancePath: instancePath + "/forwardToken", schemaPath: "#/properties/forwardToken/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.forwardPayloadHeader !== void 0 && typeof data.forwardPayloadHeader != "string") {
      let err15 = { instancePath: instancePath + "/forwardPayloadHeader", schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.claimsToHeaders !== void 0) {
      let data11 = data.claimsToHeaders;
      if (Array.isArray(data11)) {
        let len1 = data11.length;
        for (let i2 = 0; i2 < len1; i2++)
          validate87(data11[i2], { instancePath: instancePath + "/claimsToHeaders/" + i2, parentData: data11, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors), errors = vErrors.length);
      } else {
        let err16 = { instancePath: instancePath + "/claimsToHeaders", schemaPath: "#/properties/claimsToHeaders/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.clockSkew !== void 0) {
      let data13 = data.clockSkew;
      if (typeof data13 == "string") {
        if (!pattern7.test(data13)) {
          let err17 = { instancePath: instancePath + "/clockSkew", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      } else {
        let err18 = { instancePath: instancePath + "/clockSkew", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
  } else {
    let err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
  }
  return validate81.errors = vErrors, errors === 0;
}
validate81.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate80.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.providers === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "providers" }, message: "must have required property 'providers'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "providers" || key0 === "require" || key0 === "whenMissing" || key0 === "whenInvalid")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "jwt") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "jwt" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.providers !== void 0) {
      let data2 = data.providers;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err6 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate81(data2[i0], { instancePath: instancePath + "/providers/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
      } else {
        let err7 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.require !== void 0) {
      let data4 = data.require;
      if (!(data4 === "any" || data4 === "all")) {
        let err8 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/enum", keyword: "enum", params: { allowedValues: schema171.properties.require.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.whenMissing !== void 0) {
      let data5 = data.whenMissing;
      if (!(data5 === "deny" || data5 === "allow")) {
        let err9 = { instancePath: instancePath + "/whenMissing", schemaPath: "#/properties/whenMissing/enum", keyword: "enum", params: { allowedValues: schema171.properties.whenMissing.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.whenInvalid !== void 0) {
      let data6 = data.whenInvalid;
      if (!(data6 === "deny" || data6 === "allow")) {
        let err10 = { instancePath: instancePath + "/whenInvalid", schemaPath: "#/properties/whenInvalid/enum", keyword: "enum", params: { allowedValues: schema171.properties.whenInvalid.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate80.errors = vErrors, errors === 0;
}
validate80.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema187 = { title: "LocalRateLimit", type: "object", description: "Limits requests with a token bucket in each Envoy. Where it applies, all requests share the bucket; but each listener has its own, and over TLS each virtual host. A change of routes fills it again.", additionalProperties: !1, required: ["type", "requests", "per"], properties: { type: { const: "local-rate-limit", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, requests: { type: "integer", minimum: 1, maximum: 4294967295, description: "Requests that may pass in the time `per`.", examples: [100] }, per: { $ref: "#/$defs/PositiveDuration", description: "The time; at least 50 ms." }, burst: { type: "integer", minimum: 1, maximum: 4294967295, description: "The most that may pass at once after a quiet time; `requests`, if left out.", examples: [200] }, statusCode: { $ref: "#/$defs/ErrorStatusCode", default: 429, description: "The status code of a request that is refused." }, rateLimitHeaders: { enum: ["off", "draft-03"], default: "off", description: "Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`." } }, examples: [{ type: "local-rate-limit", requests: 100, per: "1s", burst: 200 }] };
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate90.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.requests === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requests" }, message: "must have required property 'requests'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.per === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "per" }, message: "must have required property 'per'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "requests" || key0 === "per" || key0 === "burst" || key0 === "statusCode" || key0 === "rateLimitHeaders")) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.type !== void 0 && data.type !== "local-rate-limit") {
      let err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "local-rate-limit" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.requests !== void 0) {
      let data2 = data.requests;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err7 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 4294967295 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err9 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    if (data.per !== void 0) {
      let data3 = data.per;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err10 = { instancePath: instancePath + "/per", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/per", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.burst !== void 0) {
      let data4 = data.burst;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err12 = { instancePath: instancePath + "/burst", schemaPath: "#/properties/burst/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 4294967295 || isNaN(data4)) {
          let err13 = { instancePath: instancePath + "/burst", schemaPath: "#/properties/burst/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err14 = { instancePath: instancePath + "/burst", schemaPath: "#/properties/burst/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      }
    }
    if (data.statusCode !== void 0) {
      let data5 = data.statusCode;
      if (!(data5 === 400 || data5 === 401 || data5 === 402 || data5 === 403 || data5 === 404 || data5 === 405 || data5 === 406 || data5 === 407 || data5 === 408 || data5 === 409 || data5 === 410 || data5 === 411 || data5 === 412 || data5 === 413 || data5 === 414 || data5 === 415 || data5 === 416 || data5 === 417 || data5 === 421 || data5 === 422 || data5 === 423 || data5 === 424 || data5 === 426 || data5 === 428 || data5 === 429 || data5 === 431 || data5 === 500 || data5 === 501 || data5 === 502 || data5 === 503 || data5 === 504 || data5 === 505 || data5 === 506 || data5 === 507 || data5 === 508 || data5 === 510 || data5 === 511)) {
        let err15 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.rateLimitHeaders !== void 0) {
      let data6 = data.rateLimitHeaders;
      if (!(data6 === "off" || data6 === "draft-03")) {
        let err16 = { instancePath: instancePath + "/rateLimitHeaders", schemaPath: "#/properties/rateLimitHeaders/enum", keyword: "enum", params: { allowedValues: schema187.properties.rateLimitHeaders.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate90.errors = vErrors, errors === 0;
}
validate90.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.code === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "code")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "lua") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "lua" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.code !== void 0) {
      let data2 = data.code;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err6 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate91.errors = vErrors, errors === 0;
}
validate91.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema193 = { title: "Oidc", type: "object", description: "Sends whoever is not logged in to an OpenID Connect provider, and keeps the login in encrypted cookies: the authorization code flow with PKCE. Use it over TLS only: browsers send the cookies nowhere else.", additionalProperties: !1, required: ["type", "provider", "clientId", "clientSecret", "cookieSecret"], properties: { type: { const: "oidc", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, provider: { $ref: "#/$defs/LoginProvider", description: "Where users log in." }, clientId: { type: "string", minLength: 1, description: "The client's id, as the provider knows it.", examples: ["shop"] }, clientSecret: { $ref: "#/$defs/Reference", reference: "Secret", description: "The Secret of type `generic` with the client's secret." }, clientAuthentication: { enum: ["basic", "body"], default: "basic", description: "How the provider gets id and secret: as HTTP Basic authentication, or in the body." }, cookieSecret: { $ref: "#/$defs/Reference", reference: "Secret", description: "The Secret of type `generic` by which cookies are signed and encrypted: a random text that the Envoys of a gateway share. Another one ends all logins." }, scopes: { type: "array", minItems: 1, uniqueItems: !0, default: ["openid"], description: "Scopes to ask for.", items: { type: "string", pattern: "^[!#-\\[\\]-~]+$", description: "A scope, without spaces." }, examples: [["openid", "email", "offline_access"]] }, resources: { type: "array", uniqueItems: !0, default: [], description: "Resources (RFC 8707) that the access token is to be for.", items: { type: "string", minLength: 1 }, examples: [["https://api.example.com"]] }, redirectPath: { $ref: "#/$defs/Path", default: "/oauth2/callback", description: "Where the provider sends users back to; to be registered there, with scheme and host before it." }, redirectUri: { $ref: "#/$defs/HeaderValue", description: "The whole address of `redirectPath`, for gateways that do not see what the browser sees; scheme and host of the request, if left out.", examples: ["https://shop.example.com/oauth2/callback"] }, allowedRedirectHosts: { type: "array", uniqueItems: !0, default: [], description: "Hosts that users may be sent to after login; any, if empty.", items: { $ref: "#/$defs/Hostname" }, examples: [["shop.example.com", "*.shop.example.com"]] }, logoutPath: { $ref: "#/$defs/Path", default: "/oauth2/logout", description: "Where users log out: takes the cookies away, and goes on to the provider's `endSessionEndpoint` if it has one." }, afterLogout: { type: "string", format: "http-uri", description: "Where the provider sends users to after logout; the root of the host, if left out. Needs `endSessionEndpoint`.", examples: ["https://www.example.com/bye"] }, refresh: { type: "boolean", default: !0, description: "Whether an access token that has expired is replaced by means of the refresh token, if there is one, without the user." }, accessTokenLifetime: { $ref: "#/$defs/Duration", description: "How long an access token is good for if the provider does not say. Whole seconds." }, refreshTokenLifetime: { $ref: "#/$defs/PositiveDuration", default: "168h", description: "How long a refresh token is kept if it does not say itself. Whole seconds." }, forwardAccessToken: { type: "boolean", default: !1, description: "Whether the upstream, and filters such as `jwt`, get the access token as `authorization: Bearer \u2026`. What the client sends there is removed anyway." }, idTokenHeader: { $ref: "#/$defs/ChangeableHeader", description: "The header in which the upstream, and filters such as `jwt`, get the ID token." }, passThrough: { type: "array", default: [], description: "Requests for which one of these conditions holds need no login.", items: { $ref: "#/$defs/HeaderMatch" }, examples: [[{ name: "authorization", prefix: "Bearer " }]] }, denyRedirect: { type: "array", default: [], description: "Requests for which one of these conditions holds get 401 instead of being sent to the provider: those of scripts.", items: { $ref: "#/$defs/HeaderMatch" }, examples: [[{ name: "x-requested-with", exact: "XMLHttpRequest" }]] }, cookies: { $ref: "#/$defs/LoginCookies", default: {}, description: "How the cookies are set." } }, examples: [{ type: "oidc", provider: { upstream: "login", authorizationEndpoint: "https://login.example.com/authorize", tokenEndpoint: "https://login.example.com/token" }, clientId: "shop", clientSecret: "shop-client", cookieSecret: "shop-cookies" }] };
var pattern77 = new RegExp("^[!#-\\[\\]-~]+$", "u");
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate93.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.upstream === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.authorizationEndpoint === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "authorizationEndpoint" }, message: "must have required property 'authorizationEndpoint'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.tokenEndpoint === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenEndpoint" }, message: "must have required property 'tokenEndpoint'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "upstream" || key0 === "authorizationEndpoint" || key0 === "tokenEndpoint" || key0 === "endSessionEndpoint" || key0 === "timeout")) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.upstream !== void 0) {
      let data0 = data.upstream;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          let err4 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.authorizationEndpoint !== void 0 && typeof data.authorizationEndpoint != "string") {
      let err6 = { instancePath: instancePath + "/authorizationEndpoint", schemaPath: "#/properties/authorizationEndpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.tokenEndpoint !== void 0 && typeof data.tokenEndpoint != "string") {
      let err7 = { instancePath: instancePath + "/tokenEndpoint", schemaPath: "#/properties/tokenEndpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.endSessionEndpoint !== void 0 && typeof data.endSessionEndpoint != "string") {
      let err8 = { instancePath: instancePath + "/endSessionEndpoint", schemaPath: "#/properties/endSessionEndpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.timeout !== void 0) {
      let data4 = data.timeout;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err9 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate93.errors = vErrors, errors === 0;
}
validate93.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema207 = { type: "object", description: "A condition on a header. Give exactly one kind of condition.", additionalProperties: !1, needless: { ignoreCase: ["regex", "present"] }, required: ["name"], exactlyOne: ["exact", "prefix", "suffix", "contains", "regex", "present"], properties: { name: { $ref: "#/$defs/HeaderName", description: "The header; `:method`, `:authority` and the like are allowed." }, exact: { type: "string", minLength: 1, description: "The value is this.", examples: ["yes"] }, prefix: { type: "string", minLength: 1, description: "The value begins with this.", examples: ["Bearer "] }, suffix: { type: "string", minLength: 1, description: "The value ends with this.", examples: [".example.com"] }, contains: { type: "string", minLength: 1, description: "The value has this in it.", examples: ["Firefox"] }, regex: { $ref: "#/$defs/Regex", description: "The whole value matches this RE2 expression." }, present: { type: "boolean", description: "Whether the header is there: `true` present, `false` absent.", examples: [!0] }, ignoreCase: { type: "boolean", default: !1, description: "Whether upper and lower case are the same; not for `regex` and `present`." }, invert: { type: "boolean", default: !1, description: "Whether the condition must *not* hold. An absent header counts as an empty one, and so as a match unless an expression takes empty text." } } };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate95.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema207.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0 && typeof data.name != "string") {
      let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.exact !== void 0) {
      let data1 = data.exact;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err3 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.prefix !== void 0) {
      let data2 = data.prefix;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err5 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.suffix !== void 0) {
      let data3 = data.suffix;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err7 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.contains !== void 0) {
      let data4 = data.contains;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err9 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data5 = data.regex;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err11 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.present !== void 0 && typeof data.present != "boolean") {
      let err13 = { instancePath: instancePath + "/present", schemaPath: "#/properties/present/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err14 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.invert !== void 0 && typeof data.invert != "boolean") {
      let err15 = { instancePath: instancePath + "/invert", schemaPath: "#/properties/invert/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate95.errors = vErrors, errors === 0;
}
validate95.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema210 = { title: "LoginCookies", type: "object", description: "How cookies are set. They are always `Secure` and `HttpOnly`.", additionalProperties: !1, properties: { prefix: { type: "string", pattern: "^[A-Za-z0-9_-]{0,64}$", default: "", description: "What stands before the names `BearerToken`, `IdToken`, `RefreshToken`, `OauthHMAC`, `OauthExpires`, `OauthNonce` and `CodeVerifier`: letters, digits, `_` and `-`. Tells two logins of one host apart.", examples: ["shop-"] }, domain: { $ref: "#/$defs/PreciseHostname", description: "The domain whose hosts all get the cookies; only the host itself, if left out." }, path: { $ref: "#/$defs/Path", default: "/", description: "The path below which they are sent; `redirectPath` must lie there." }, sameSite: { enum: ["unset", "strict", "lax", "none"], default: "lax", description: "Whether requests that other sites make the browser send have the cookies." }, partitioned: { type: "boolean", default: !1, description: "Whether each site that embeds the host has cookies of its own (`Partitioned`)." } } };
var pattern82 = new RegExp("^[A-Za-z0-9_-]{0,64}$", "u");
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate98.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "prefix" || key0 === "domain" || key0 === "path" || key0 === "sameSite" || key0 === "partitioned")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.prefix !== void 0) {
      let data0 = data.prefix;
      if (typeof data0 == "string") {
        if (!pattern82.test(data0)) {
          let err1 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]{0,64}$" }, message: 'must match pattern "^[A-Za-z0-9_-]{0,64}$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.domain !== void 0 && typeof data.domain != "string") {
      let err3 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.path !== void 0) {
      let data2 = data.path;
      if (typeof data2 == "string") {
        if (!pattern40.test(data2)) {
          let err4 = { instancePath: instancePath + "/path", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/path", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.sameSite !== void 0) {
      let data3 = data.sameSite;
      if (!(data3 === "unset" || data3 === "strict" || data3 === "lax" || data3 === "none")) {
        let err6 = { instancePath: instancePath + "/sameSite", schemaPath: "#/properties/sameSite/enum", keyword: "enum", params: { allowedValues: schema210.properties.sameSite.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.partitioned !== void 0 && typeof data.partitioned != "boolean") {
      let err7 = { instancePath: instancePath + "/partitioned", schemaPath: "#/properties/partitioned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate98.errors = vErrors, errors === 0;
}
validate98.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate92.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.provider === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "provider" }, message: "must have required property 'provider'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.clientId === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clientId" }, message: "must have required property 'clientId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.clientSecret === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clientSecret" }, message: "must have required property 'clientSecret'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.cookieSecret === void 0) {
      let err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "cookieSecret" }, message: "must have required property 'cookieSecret'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema193.properties, key0)) {
        let err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    if (data.type !== void 0 && data.type !== "oidc") {
      let err6 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "oidc" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.provider !== void 0 && (validate93(data.provider, { instancePath: instancePath + "/provider", parentData: data, parentDataProperty: "provider", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors), errors = vErrors.length)), data.clientId !== void 0) {
      let data3 = data.clientId;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err9 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.clientSecret !== void 0) {
      let data4 = data.clientSecret;
      if (typeof data4 == "string") {
        if (!pattern13.test(data4)) {
          let err11 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.clientAuthentication !== void 0) {
      let data5 = data.clientAuthentication;
      if (!(data5 === "basic" || data5 === "body")) {
        let err13 = { instancePath: instancePath + "/clientAuthentication", schemaPath: "#/properties/clientAuthentication/enum", keyword: "enum", params: { allowedValues: schema193.properties.clientAuthentication.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.cookieSecret !== void 0) {
      let data6 = data.cookieSecret;
      if (typeof data6 == "string") {
        if (!pattern13.test(data6)) {
          let err14 = { instancePath: instancePath + "/cookieSecret", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        let err15 = { instancePath: instancePath + "/cookieSecret", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.scopes !== void 0) {
      let data7 = data.scopes;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          let err16 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        let len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (typeof data8 == "string") {
            if (!pattern77.test(data8)) {
              let err17 = { instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/pattern", keyword: "pattern", params: { pattern: "^[!#-\\[\\]-~]+$" }, message: 'must match pattern "^[!#-\\[\\]-~]+$"' };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        let i1 = data7.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data7[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err19 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.resources !== void 0) {
      let data9 = data.resources;
      if (Array.isArray(data9)) {
        let len1 = data9.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data10 = data9[i2];
          if (typeof data10 == "string") {
            if (func4(data10) < 1) {
              let err21 = { instancePath: instancePath + "/resources/" + i2, schemaPath: "#/properties/resources/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          } else {
            let err22 = { instancePath: instancePath + "/resources/" + i2, schemaPath: "#/properties/resources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
        let i3 = data9.length, j1;
        if (i3 > 1) {
          let indices1 = {};
          for (; i3--; ) {
            let item1 = data9[i3];
            if (typeof item1 == "string") {
              if (typeof indices1[item1] == "number") {
                j1 = indices1[item1];
                let err23 = { instancePath: instancePath + "/resources", schemaPath: "#/properties/resources/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                break;
              }
              indices1[item1] = i3;
            }
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/resources", schemaPath: "#/properties/resources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.redirectPath !== void 0) {
      let data11 = data.redirectPath;
      if (typeof data11 == "string") {
        if (!pattern40.test(data11)) {
          let err25 = { instancePath: instancePath + "/redirectPath", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
        }
      } else {
        let err26 = { instancePath: instancePath + "/redirectPath", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
    if (data.redirectUri !== void 0 && typeof data.redirectUri != "string") {
      let err27 = { instancePath: instancePath + "/redirectUri", schemaPath: "#/$defs/HeaderValue/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    if (data.allowedRedirectHosts !== void 0) {
      let data13 = data.allowedRedirectHosts;
      if (Array.isArray(data13)) {
        let len2 = data13.length;
        for (let i4 = 0; i4 < len2; i4++)
          if (typeof data13[i4] != "string") {
            let err28 = { instancePath: instancePath + "/allowedRedirectHosts/" + i4, schemaPath: "#/$defs/Hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        let i5 = data13.length, j2;
        if (i5 > 1) {
          outer0:
            for (; i5--; )
              for (j2 = i5; j2--; )
                if (func0(data13[i5], data13[j2])) {
                  let err29 = { instancePath: instancePath + "/allowedRedirectHosts", schemaPath: "#/properties/allowedRedirectHosts/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)" };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                  break outer0;
                }
        }
      } else {
        let err30 = { instancePath: instancePath + "/allowedRedirectHosts", schemaPath: "#/properties/allowedRedirectHosts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.logoutPath !== void 0) {
      let data15 = data.logoutPath;
      if (typeof data15 == "string") {
        if (!pattern40.test(data15)) {
          let err31 = { instancePath: instancePath + "/logoutPath", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
      } else {
        let err32 = { instancePath: instancePath + "/logoutPath", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.afterLogout !== void 0 && typeof data.afterLogout != "string") {
      let err33 = { instancePath: instancePath + "/afterLogout", schemaPath: "#/properties/afterLogout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
    }
    if (data.refresh !== void 0 && typeof data.refresh != "boolean") {
      let err34 = { instancePath: instancePath + "/refresh", schemaPath: "#/properties/refresh/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
    }
    if (data.accessTokenLifetime !== void 0) {
      let data18 = data.accessTokenLifetime;
      if (typeof data18 == "string") {
        if (!pattern7.test(data18)) {
          let err35 = { instancePath: instancePath + "/accessTokenLifetime", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
      } else {
        let err36 = { instancePath: instancePath + "/accessTokenLifetime", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.refreshTokenLifetime !== void 0) {
      let data19 = data.refreshTokenLifetime;
      if (typeof data19 == "string") {
        if (!pattern7.test(data19)) {
          let err37 = { instancePath: instancePath + "/refreshTokenLifetime", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
        }
      } else {
        let err38 = { instancePath: instancePath + "/refreshTokenLifetime", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.forwardAccessToken !== void 0 && typeof data.forwardAccessToken != "boolean") {
      let err39 = { instancePath: instancePath + "/forwardAccessToken", schemaPath: "#/properties/forwardAccessToken/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
    }
    if (data.idTokenHeader !== void 0 && typeof data.idTokenHeader != "string") {
      let err40 = { instancePath: instancePath + "/idTokenHeader", schemaPath: "#/$defs/ChangeableHeader/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
    }
    if (data.passThrough !== void 0) {
      let data22 = data.passThrough;
      if (Array.isArray(data22)) {
        let len3 = data22.length;
        for (let i6 = 0; i6 < len3; i6++)
          validate95(data22[i6], { instancePath: instancePath + "/passThrough/" + i6, parentData: data22, parentDataProperty: i6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
      } else {
        let err41 = { instancePath: instancePath + "/passThrough", schemaPath: "#/properties/passThrough/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
    }
    if (data.denyRedirect !== void 0) {
      let data24 = data.denyRedirect;
      if (Array.isArray(data24)) {
        let len4 = data24.length;
        for (let i7 = 0; i7 < len4; i7++)
          validate95(data24[i7], { instancePath: instancePath + "/denyRedirect/" + i7, parentData: data24, parentDataProperty: i7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
      } else {
        let err42 = { instancePath: instancePath + "/denyRedirect", schemaPath: "#/properties/denyRedirect/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    data.cookies !== void 0 && (validate98(data.cookies, { instancePath: instancePath + "/cookies", parentData: data, parentDataProperty: "cookies", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors), errors = vErrors.length));
  } else {
    let err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
  }
  return validate92.errors = vErrors, errors === 0;
}
validate92.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema213 = { title: "Opa", type: "object", description: "Lets a policy in Rego decide whether a request may pass: asks Open Policy Agent, with its plugin for Envoy, which most often runs beside each Envoy. The policy sees the request as `input.attributes.request.http`, claims that a `jwt` filter has verified as `input.attributes.metadataContext.filterMetadata`, and the client's certificate as `input.attributes.source.certificate`; its decision may change headers, the status code and the body of a refusal.", additionalProperties: !1, required: ["type", "upstream"], properties: { type: { const: "opa", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream that is the plugin's gRPC port, 9191 unless it is told another; needs `protocol: http2`." }, timeout: { $ref: "#/$defs/PositiveDuration", default: "500ms", description: "How long to wait for a decision." }, whenUnavailable: { enum: ["deny", "allow"], default: "deny", description: "What becomes of a request when no decision comes." }, statusWhenUnavailable: { $ref: "#/$defs/ErrorStatusCode", default: 403, description: "The status code of a request that is denied because no decision came." }, includeBody: { title: "OpaBody", type: "object", description: "Let the policy see the request's body: as `input.parsed_body` if it is JSON. Not sent, if left out.", additionalProperties: !1, properties: { maximumSize: { $ref: "#/$defs/Size", default: "8KiB", description: "The most that is sent; at least one byte." }, whenLarger: { enum: ["truncate", "reject"], default: "truncate", description: "What becomes of a larger body: only its beginning is sent, and `input.truncated_body` is true, or the request gets 413." } } }, context: { type: "object", default: {}, description: "Entries that the policy sees as `input.attributes.contextExtensions`: to tell hosts and routes apart.", additionalProperties: { type: "string" }, examples: [{ policy: "shop" }] } }, examples: [{ type: "opa", upstream: "opa", includeBody: {}, context: { policy: "shop" } }] };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate100.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.upstream === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "upstream" || key0 === "timeout" || key0 === "whenUnavailable" || key0 === "statusWhenUnavailable" || key0 === "includeBody" || key0 === "context")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "opa") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "opa" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.upstream !== void 0) {
      let data2 = data.upstream;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err6 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data3 = data.timeout;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err8 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.whenUnavailable !== void 0) {
      let data4 = data.whenUnavailable;
      if (!(data4 === "deny" || data4 === "allow")) {
        let err10 = { instancePath: instancePath + "/whenUnavailable", schemaPath: "#/properties/whenUnavailable/enum", keyword: "enum", params: { allowedValues: schema213.properties.whenUnavailable.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.statusWhenUnavailable !== void 0) {
      let data5 = data.statusWhenUnavailable;
      if (!(data5 === 400 || data5 === 401 || data5 === 402 || data5 === 403 || data5 === 404 || data5 === 405 || data5 === 406 || data5 === 407 || data5 === 408 || data5 === 409 || data5 === 410 || data5 === 411 || data5 === 412 || data5 === 413 || data5 === 414 || data5 === 415 || data5 === 416 || data5 === 417 || data5 === 421 || data5 === 422 || data5 === 423 || data5 === 424 || data5 === 426 || data5 === 428 || data5 === 429 || data5 === 431 || data5 === 500 || data5 === 501 || data5 === 502 || data5 === 503 || data5 === 504 || data5 === 505 || data5 === 506 || data5 === 507 || data5 === 508 || data5 === 510 || data5 === 511)) {
        let err11 = { instancePath: instancePath + "/statusWhenUnavailable", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.includeBody !== void 0) {
      let data6 = data.includeBody;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key1 in data6)
          if (!(key1 === "maximumSize" || key1 === "whenLarger")) {
            let err12 = { instancePath: instancePath + "/includeBody", schemaPath: "#/properties/includeBody/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data6.maximumSize !== void 0) {
          let data7 = data6.maximumSize;
          if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && typeof data7 != "string") {
            let err13 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/Size/type", keyword: "type", params: { type: schema60.type }, message: "must be integer,string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          if (typeof data7 == "number" && isFinite(data7) && (data7 < 0 || isNaN(data7))) {
            let err14 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/Size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
          if (typeof data7 == "string" && !pattern15.test(data7)) {
            let err15 = { instancePath: instancePath + "/includeBody/maximumSize", schemaPath: "#/$defs/Size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        if (data6.whenLarger !== void 0) {
          let data8 = data6.whenLarger;
          if (!(data8 === "truncate" || data8 === "reject")) {
            let err16 = { instancePath: instancePath + "/includeBody/whenLarger", schemaPath: "#/properties/includeBody/properties/whenLarger/enum", keyword: "enum", params: { allowedValues: schema213.properties.includeBody.properties.whenLarger.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        let err17 = { instancePath: instancePath + "/includeBody", schemaPath: "#/properties/includeBody/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.context !== void 0) {
      let data9 = data.context;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (let key2 in data9)
          if (typeof data9[key2] != "string") {
            let err18 = { instancePath: instancePath + "/context/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/context/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
      } else {
        let err19 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
  } else {
    let err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  return validate100.errors = vErrors, errors === 0;
}
validate100.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema219 = { title: "GlobalRateLimit", type: "object", description: "Asks the global rate-limit service about each request, so that all Envoys share one count. What is allowed, a `RateLimit` document says. Only requests that are forwarded are counted, not those that are redirected or answered directly.", additionalProperties: !1, required: ["type", "upstream", "domain", "descriptors"], properties: { type: { const: "rate-limit", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream that is the rate-limit service; needs `protocol: http2`." }, domain: { type: "string", minLength: 1, description: "The domain whose limits apply: that of a `RateLimit` document.", examples: ["shop"] }, descriptors: { type: "array", minItems: 1, description: "What the service is told of a request. It refuses the request if the limit of any descriptor is used up.", items: { $ref: "#/$defs/RequestDescriptor" }, examples: [[{ entries: [{ remoteAddress: {} }] }]] }, timeout: { $ref: "#/$defs/PositiveDuration", default: "2s", description: "How long to wait for an answer." }, whenUnavailable: { enum: ["allow", "deny"], default: "allow", description: "What becomes of a request when no answer comes." }, statusWhenUnavailable: { $ref: "#/$defs/ErrorStatusCode", default: 500, description: "The status code of a request that is denied because no answer came." }, statusCode: { $ref: "#/$defs/ErrorStatusCode", default: 429, description: "The status code of a request that is refused. gRPC calls get the status RESOURCE_EXHAUSTED." }, rateLimitHeaders: { enum: ["off", "draft-03"], default: "off", description: "Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`." }, retryAfter: { type: "boolean", default: !0, description: "Whether refused requests are told when to come again, by the header `retry-after`; with status code 429 only." }, shadow: { type: "boolean", default: !1, description: "Whether the service is asked and nothing is refused: Envoy counts `ratelimit.over_limit` for the upstream." } }, examples: [{ type: "rate-limit", upstream: "rate-limit-service", domain: "shop", descriptors: [{ entries: [{ remoteAddress: {} }] }, { entries: [{ key: "plan", value: "free" }, { header: "x-user" }] }], rateLimitHeaders: "draft-03" }] };
var schema223 = { title: "RequestEntry", type: "object", description: "An entry of a descriptor: a key, and a value that the request gives. Give exactly one source of the value.", additionalProperties: !1, exactlyOne: ["value", "header", "queryParameter", "path", "method", "remoteAddress", "claim", "metadata"], properties: { key: { type: "string", minLength: 1, description: "The entry's key. If left out: `generic_key` for `value`, the name in lower case for `header`, the name for `queryParameter`, `path` or `method` for those, and the last name for `claim` and `metadata`.", examples: ["user"] }, value: { type: "string", minLength: 1, description: "This text.", examples: ["free"] }, when: { type: "array", minItems: 1, description: "Headers that the request must have: unless all hold, there is no such entry. For `value`.", items: { $ref: "#/$defs/HeaderMatch" }, examples: [[{ name: "user-agent", contains: "Mobile" }]] }, header: { $ref: "#/$defs/HeaderName", description: "The value of this header." }, queryParameter: { type: "string", minLength: 1, description: "The value of this query parameter.", examples: ["user"] }, path: { const: !0, description: "The path, without the query." }, method: { const: !0, description: "The method, in upper case." }, remoteAddress: { title: "RequestAddress", type: "object", description: "The client's address; the key is `remote_address`. With a prefix shorter than the address it is the range such as `10.0.0.0/8`, under the key `masked_remote_address`.", additionalProperties: !1, properties: { ipv4Prefix: { type: "integer", minimum: 0, maximum: 32, default: 32, description: "How many bits of an IPv4 address count.", examples: [24] }, ipv6Prefix: { type: "integer", minimum: 0, maximum: 128, default: 128, description: "How many bits of an IPv6 address count.", examples: [64] } } }, claim: { title: "RequestClaim", type: "object", description: "A claim of a token that a `jwt` filter has verified; only a text is taken.", additionalProperties: !1, required: ["provider", "claim"], properties: { provider: { $ref: "#/$defs/Name", description: "The name of the provider in the `jwt` filter that is in force here." }, claim: { $ref: "#/$defs/Claim" } } }, metadata: { title: "RequestMetadata", type: "object", description: "A text in Envoy's dynamic metadata, as an earlier filter has left it.", additionalProperties: !1, required: ["filter", "path"], properties: { filter: { type: "string", minLength: 1, description: "The namespace, most often the name of an Envoy filter.", examples: ["envoy.filters.http.ext_authz"] }, path: { type: "array", minItems: 1, description: "The keys that lead to the text.", items: { type: "string", minLength: 1 }, examples: [["user", "plan"]] } } }, default: { type: "string", minLength: 1, description: "The value if there is none; for `claim` and `metadata`.", examples: ["anonymous"] }, whenAbsent: { enum: ["skip-descriptor", "skip-entry"], default: "skip-descriptor", description: "What becomes of a descriptor if the request does not give the value: it is not asked about, or without this entry. For `header`, `queryParameter`, `claim` and `metadata`." } } };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate103.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema223.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.key !== void 0) {
      let data0 = data.key;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err1 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.value !== void 0) {
      let data1 = data.value;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err3 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.when !== void 0) {
      let data2 = data.when;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err5 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate95(data2[i0], { instancePath: instancePath + "/when/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err7 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.queryParameter !== void 0) {
      let data5 = data.queryParameter;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err8 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.path !== void 0 && data.path !== !0) {
      let err10 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.method !== void 0 && data.method !== !0) {
      let err11 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.remoteAddress !== void 0) {
      let data8 = data.remoteAddress;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (let key1 in data8)
          if (!(key1 === "ipv4Prefix" || key1 === "ipv6Prefix")) {
            let err12 = { instancePath: instancePath + "/remoteAddress", schemaPath: "#/properties/remoteAddress/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data8.ipv4Prefix !== void 0) {
          let data9 = data8.ipv4Prefix;
          if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
            let err13 = { instancePath: instancePath + "/remoteAddress/ipv4Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv4Prefix/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 32 || isNaN(data9)) {
              let err14 = { instancePath: instancePath + "/remoteAddress/ipv4Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv4Prefix/maximum", keyword: "maximum", params: { comparison: "<=", limit: 32 }, message: "must be <= 32" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              let err15 = { instancePath: instancePath + "/remoteAddress/ipv4Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv4Prefix/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          }
        }
        if (data8.ipv6Prefix !== void 0) {
          let data10 = data8.ipv6Prefix;
          if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
            let err16 = { instancePath: instancePath + "/remoteAddress/ipv6Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv6Prefix/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 128 || isNaN(data10)) {
              let err17 = { instancePath: instancePath + "/remoteAddress/ipv6Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv6Prefix/maximum", keyword: "maximum", params: { comparison: "<=", limit: 128 }, message: "must be <= 128" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              let err18 = { instancePath: instancePath + "/remoteAddress/ipv6Prefix", schemaPath: "#/properties/remoteAddress/properties/ipv6Prefix/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/remoteAddress", schemaPath: "#/properties/remoteAddress/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.claim !== void 0) {
      let data11 = data.claim;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (data11.provider === void 0) {
          let err20 = { instancePath: instancePath + "/claim", schemaPath: "#/properties/claim/required", keyword: "required", params: { missingProperty: "provider" }, message: "must have required property 'provider'" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data11.claim === void 0) {
          let err21 = { instancePath: instancePath + "/claim", schemaPath: "#/properties/claim/required", keyword: "required", params: { missingProperty: "claim" }, message: "must have required property 'claim'" };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
        for (let key2 in data11)
          if (!(key2 === "provider" || key2 === "claim")) {
            let err22 = { instancePath: instancePath + "/claim", schemaPath: "#/properties/claim/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        if (data11.provider !== void 0) {
          let data12 = data11.provider;
          if (typeof data12 == "string") {
            if (!pattern4.test(data12)) {
              let err23 = { instancePath: instancePath + "/claim/provider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
          } else {
            let err24 = { instancePath: instancePath + "/claim/provider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
        if (data11.claim !== void 0) {
          let data13 = data11.claim;
          if (typeof data13 != "string" && !Array.isArray(data13)) {
            let err25 = { instancePath: instancePath + "/claim/claim", schemaPath: "#/$defs/Claim/type", keyword: "type", params: { type: schema184.type }, message: "must be string,array" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
          if (typeof data13 == "string" && func4(data13) < 1) {
            let err26 = { instancePath: instancePath + "/claim/claim", schemaPath: "#/$defs/Claim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              let err27 = { instancePath: instancePath + "/claim/claim", schemaPath: "#/$defs/Claim/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
            }
            let len1 = data13.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data14 = data13[i1];
              if (typeof data14 == "string") {
                if (func4(data14) < 1) {
                  let err28 = { instancePath: instancePath + "/claim/claim/" + i1, schemaPath: "#/$defs/Claim/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                }
              } else {
                let err29 = { instancePath: instancePath + "/claim/claim/" + i1, schemaPath: "#/$defs/Claim/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            }
          }
        }
      } else {
        let err30 = { instancePath: instancePath + "/claim", schemaPath: "#/properties/claim/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data15 = data.metadata;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (data15.filter === void 0) {
          let err31 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "filter" }, message: "must have required property 'filter'" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data15.path === void 0) {
          let err32 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        for (let key3 in data15)
          if (!(key3 === "filter" || key3 === "path")) {
            let err33 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        if (data15.filter !== void 0) {
          let data16 = data15.filter;
          if (typeof data16 == "string") {
            if (func4(data16) < 1) {
              let err34 = { instancePath: instancePath + "/metadata/filter", schemaPath: "#/properties/metadata/properties/filter/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
            }
          } else {
            let err35 = { instancePath: instancePath + "/metadata/filter", schemaPath: "#/properties/metadata/properties/filter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
          }
        }
        if (data15.path !== void 0) {
          let data17 = data15.path;
          if (Array.isArray(data17)) {
            if (data17.length < 1) {
              let err36 = { instancePath: instancePath + "/metadata/path", schemaPath: "#/properties/metadata/properties/path/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
            }
            let len2 = data17.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data18 = data17[i2];
              if (typeof data18 == "string") {
                if (func4(data18) < 1) {
                  let err37 = { instancePath: instancePath + "/metadata/path/" + i2, schemaPath: "#/properties/metadata/properties/path/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
                }
              } else {
                let err38 = { instancePath: instancePath + "/metadata/path/" + i2, schemaPath: "#/properties/metadata/properties/path/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
              }
            }
          } else {
            let err39 = { instancePath: instancePath + "/metadata/path", schemaPath: "#/properties/metadata/properties/path/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
          }
        }
      } else {
        let err40 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data.default !== void 0) {
      let data19 = data.default;
      if (typeof data19 == "string") {
        if (func4(data19) < 1) {
          let err41 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
        }
      } else {
        let err42 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.whenAbsent !== void 0) {
      let data20 = data.whenAbsent;
      if (!(data20 === "skip-descriptor" || data20 === "skip-entry")) {
        let err43 = { instancePath: instancePath + "/whenAbsent", schemaPath: "#/properties/whenAbsent/enum", keyword: "enum", params: { allowedValues: schema223.properties.whenAbsent.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
      }
    }
  } else {
    let err44 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
  }
  return validate103.errors = vErrors, errors === 0;
}
validate103.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate102.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entries === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entries" }, message: "must have required property 'entries'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "entries" || key0 === "hits")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.entries !== void 0) {
      let data0 = data.entries;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/entries", schemaPath: "#/properties/entries/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate103(data0[i0], { instancePath: instancePath + "/entries/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
      } else {
        let err3 = { instancePath: instancePath + "/entries", schemaPath: "#/properties/entries/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.hits !== void 0) {
      let data2 = data.hits;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err4 = { instancePath: instancePath + "/hits", schemaPath: "#/properties/hits/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e9 || isNaN(data2)) {
          let err5 = { instancePath: instancePath + "/hits", schemaPath: "#/properties/hits/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/hits", schemaPath: "#/properties/hits/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate102.errors = vErrors, errors === 0;
}
validate102.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate101.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.upstream === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.domain === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.descriptors === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "descriptors" }, message: "must have required property 'descriptors'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema219.properties, key0)) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.type !== void 0 && data.type !== "rate-limit") {
      let err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "rate-limit" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err6 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.upstream !== void 0) {
      let data2 = data.upstream;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err8 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.domain !== void 0) {
      let data3 = data.domain;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err10 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.descriptors !== void 0) {
      let data4 = data.descriptors;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err12 = { instancePath: instancePath + "/descriptors", schemaPath: "#/properties/descriptors/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        let len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate102(data4[i0], { instancePath: instancePath + "/descriptors/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors), errors = vErrors.length);
      } else {
        let err13 = { instancePath: instancePath + "/descriptors", schemaPath: "#/properties/descriptors/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data6 = data.timeout;
      if (typeof data6 == "string") {
        if (!pattern7.test(data6)) {
          let err14 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        let err15 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.whenUnavailable !== void 0) {
      let data7 = data.whenUnavailable;
      if (!(data7 === "allow" || data7 === "deny")) {
        let err16 = { instancePath: instancePath + "/whenUnavailable", schemaPath: "#/properties/whenUnavailable/enum", keyword: "enum", params: { allowedValues: schema219.properties.whenUnavailable.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.statusWhenUnavailable !== void 0) {
      let data8 = data.statusWhenUnavailable;
      if (!(data8 === 400 || data8 === 401 || data8 === 402 || data8 === 403 || data8 === 404 || data8 === 405 || data8 === 406 || data8 === 407 || data8 === 408 || data8 === 409 || data8 === 410 || data8 === 411 || data8 === 412 || data8 === 413 || data8 === 414 || data8 === 415 || data8 === 416 || data8 === 417 || data8 === 421 || data8 === 422 || data8 === 423 || data8 === 424 || data8 === 426 || data8 === 428 || data8 === 429 || data8 === 431 || data8 === 500 || data8 === 501 || data8 === 502 || data8 === 503 || data8 === 504 || data8 === 505 || data8 === 506 || data8 === 507 || data8 === 508 || data8 === 510 || data8 === 511)) {
        let err17 = { instancePath: instancePath + "/statusWhenUnavailable", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.statusCode !== void 0) {
      let data9 = data.statusCode;
      if (!(data9 === 400 || data9 === 401 || data9 === 402 || data9 === 403 || data9 === 404 || data9 === 405 || data9 === 406 || data9 === 407 || data9 === 408 || data9 === 409 || data9 === 410 || data9 === 411 || data9 === 412 || data9 === 413 || data9 === 414 || data9 === 415 || data9 === 416 || data9 === 417 || data9 === 421 || data9 === 422 || data9 === 423 || data9 === 424 || data9 === 426 || data9 === 428 || data9 === 429 || data9 === 431 || data9 === 500 || data9 === 501 || data9 === 502 || data9 === 503 || data9 === 504 || data9 === 505 || data9 === 506 || data9 === 507 || data9 === 508 || data9 === 510 || data9 === 511)) {
        let err18 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/ErrorStatusCode/enum", keyword: "enum", params: { allowedValues: schema47.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.rateLimitHeaders !== void 0) {
      let data10 = data.rateLimitHeaders;
      if (!(data10 === "off" || data10 === "draft-03")) {
        let err19 = { instancePath: instancePath + "/rateLimitHeaders", schemaPath: "#/properties/rateLimitHeaders/enum", keyword: "enum", params: { allowedValues: schema219.properties.rateLimitHeaders.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.retryAfter !== void 0 && typeof data.retryAfter != "boolean") {
      let err20 = { instancePath: instancePath + "/retryAfter", schemaPath: "#/properties/retryAfter/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.shadow !== void 0 && typeof data.shadow != "boolean") {
      let err21 = { instancePath: instancePath + "/shadow", schemaPath: "#/properties/shadow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
  } else {
    let err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
  }
  return validate101.errors = vErrors, errors === 0;
}
validate101.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema230 = { title: "Rbac", type: "object", description: "Lets requests pass, or not, by rules on who sends them and what they ask for. `deny` wins over `allow`; with `allow`, whatever no rule of it fits is denied, with 403.", additionalProperties: !1, required: ["type"], atLeastOne: ["allow", "deny"], properties: { type: { const: "rbac", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, allow: { type: "array", minItems: 1, description: "Rules of which one must fit; every request may pass, if left out.", items: { $ref: "#/$defs/RbacRule" }, examples: [[{ name: "readers", methods: ["GET"] }]] }, deny: { type: "array", minItems: 1, description: "Rules of which none may fit.", items: { $ref: "#/$defs/RbacRule" }, examples: [[{ name: "internal-only", paths: [{ prefix: "/internal" }] }]] }, address: { enum: ["client", "peer"], default: "client", description: "Which address `addresses` speak of: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected." }, shadow: { type: "boolean", default: !1, description: "Whether the rules are only counted, never enforced: `shadow_allowed` and `shadow_denied` in Envoy's statistics, and `%DYNAMIC_METADATA(envoy.filters.http.rbac)%` in access logs." } }, examples: [{ type: "rbac", allow: [{ name: "readers", methods: ["GET", "HEAD"] }, { name: "editors", claims: [{ provider: "login", claim: "roles", includes: "editor" }] }] }] };
var pattern94 = new RegExp("^[A-Z][A-Z-]*$", "u");
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate109.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "exact" || key0 === "prefix" || key0 === "regex" || key0 === "ignoreCase")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.exact !== void 0) {
      let data0 = data.exact;
      if (typeof data0 == "string") {
        if (!pattern40.test(data0)) {
          let err1 = { instancePath: instancePath + "/exact", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/exact", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.prefix !== void 0) {
      let data1 = data.prefix;
      if (typeof data1 == "string") {
        if (!pattern40.test(data1)) {
          let err3 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data2 = data.regex;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err5 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err7 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate109.errors = vErrors, errors === 0;
}
validate109.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema239 = { title: "ClaimMatch", type: "object", description: "A condition on a claim of a verified token. Give exactly one kind of condition. A claim that is absent, or of another type, fulfils none.", additionalProperties: !1, required: ["provider", "claim"], exactlyOne: ["exact", "prefix", "suffix", "contains", "regex", "includes", "boolean", "present"], properties: { provider: { $ref: "#/$defs/Name", description: "The name of the provider in the `jwt` filter that is in force here." }, claim: { $ref: "#/$defs/Claim" }, exact: { type: "string", description: "The text is this.", examples: ["shop"] }, prefix: { type: "string", minLength: 1, description: "The text begins with this.", examples: ["shop-"] }, suffix: { type: "string", minLength: 1, description: "The text ends with this.", examples: ["@example.com"] }, contains: { type: "string", minLength: 1, description: "The text has this in it.", examples: ["shop"] }, regex: { $ref: "#/$defs/Regex", description: "The whole text matches this RE2 expression." }, includes: { type: "string", minLength: 1, pattern: "^\\S+$", description: "The claim is a list with this text in it, or a text with this word in it, as `scope` is. No spaces.", examples: ["orders:write"] }, boolean: { type: "boolean", description: "The claim is this truth value.", examples: [!0] }, present: { const: !0, description: "The claim is there." }, ignoreCase: { type: "boolean", default: !1, description: "Whether upper and lower case are the same; for `exact`, `prefix`, `suffix` and `contains`." } } }, pattern98 = new RegExp("^\\S+$", "u");
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate113.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.provider === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "provider" }, message: "must have required property 'provider'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.claim === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "claim" }, message: "must have required property 'claim'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema239.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.provider !== void 0) {
      let data0 = data.provider;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err3 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.claim !== void 0) {
      let data1 = data.claim;
      if (typeof data1 != "string" && !Array.isArray(data1)) {
        let err5 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/type", keyword: "type", params: { type: schema184.type }, message: "must be string,array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (typeof data1 == "string" && func4(data1) < 1) {
        let err6 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err7 = { instancePath: instancePath + "/claim", schemaPath: "#/$defs/Claim/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (func4(data2) < 1) {
              let err8 = { instancePath: instancePath + "/claim/" + i0, schemaPath: "#/$defs/Claim/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/claim/" + i0, schemaPath: "#/$defs/Claim/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
      }
    }
    if (data.exact !== void 0 && typeof data.exact != "string") {
      let err10 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.prefix !== void 0) {
      let data4 = data.prefix;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err11 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.suffix !== void 0) {
      let data5 = data.suffix;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err13 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.contains !== void 0) {
      let data6 = data.contains;
      if (typeof data6 == "string") {
        if (func4(data6) < 1) {
          let err15 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      } else {
        let err16 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data7 = data.regex;
      if (typeof data7 == "string") {
        if (func4(data7) < 1) {
          let err17 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      } else {
        let err18 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.includes !== void 0) {
      let data8 = data.includes;
      if (typeof data8 == "string") {
        if (func4(data8) < 1) {
          let err19 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
        if (!pattern98.test(data8)) {
          let err20 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/pattern", keyword: "pattern", params: { pattern: "^\\S+$" }, message: 'must match pattern "^\\S+$"' };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      } else {
        let err21 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.boolean !== void 0 && typeof data.boolean != "boolean") {
      let err22 = { instancePath: instancePath + "/boolean", schemaPath: "#/properties/boolean/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    if (data.present !== void 0 && data.present !== !0) {
      let err23 = { instancePath: instancePath + "/present", schemaPath: "#/properties/present/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err24 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
  } else {
    let err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
  }
  return validate113.errors = vErrors, errors === 0;
}
validate113.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate108.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "methods" || key0 === "paths" || key0 === "headers" || key0 === "addresses" || key0 === "subjectAltNames" || key0 === "claims")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.methods !== void 0) {
      let data1 = data.methods;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err4 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (!pattern94.test(data2)) {
              let err5 = { instancePath: instancePath + "/methods/" + i0, schemaPath: "#/properties/methods/items/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z-]*$" }, message: 'must match pattern "^[A-Z][A-Z-]*$"' };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          } else {
            let err6 = { instancePath: instancePath + "/methods/" + i0, schemaPath: "#/properties/methods/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        let i1 = data1.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data1[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err7 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.paths !== void 0) {
      let data3 = data.paths;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err9 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        let len1 = data3.length;
        for (let i2 = 0; i2 < len1; i2++)
          validate109(data3[i2], { instancePath: instancePath + "/paths/" + i2, parentData: data3, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors), errors = vErrors.length);
      } else {
        let err10 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data5 = data.headers;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err11 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        let len2 = data5.length;
        for (let i3 = 0; i3 < len2; i3++)
          validate95(data5[i3], { instancePath: instancePath + "/headers/" + i3, parentData: data5, parentDataProperty: i3, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
      } else {
        let err12 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.addresses !== void 0) {
      let data7 = data.addresses;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          let err13 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        let len3 = data7.length;
        for (let i4 = 0; i4 < len3; i4++)
          if (typeof data7[i4] != "string") {
            let err14 = { instancePath: instancePath + "/addresses/" + i4, schemaPath: "#/$defs/Cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        let i5 = data7.length, j1;
        if (i5 > 1) {
          outer0:
            for (; i5--; )
              for (j1 = i5; j1--; )
                if (func0(data7[i5], data7[j1])) {
                  let err15 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i5 + " are identical)" };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                  break outer0;
                }
        }
      } else {
        let err16 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.subjectAltNames !== void 0) {
      let data9 = data.subjectAltNames;
      if (Array.isArray(data9)) {
        if (data9.length < 1) {
          let err17 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        let len4 = data9.length;
        for (let i6 = 0; i6 < len4; i6++)
          validate37(data9[i6], { instancePath: instancePath + "/subjectAltNames/" + i6, parentData: data9, parentDataProperty: i6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        let err18 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.claims !== void 0) {
      let data11 = data.claims;
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          let err19 = { instancePath: instancePath + "/claims", schemaPath: "#/properties/claims/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
        let len5 = data11.length;
        for (let i7 = 0; i7 < len5; i7++)
          validate113(data11[i7], { instancePath: instancePath + "/claims/" + i7, parentData: data11, parentDataProperty: i7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors), errors = vErrors.length);
      } else {
        let err20 = { instancePath: instancePath + "/claims", schemaPath: "#/properties/claims/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate108.errors = vErrors, errors === 0;
}
validate108.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate107.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "allow" || key0 === "deny" || key0 === "address" || key0 === "shadow")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0 && data.type !== "rbac") {
      let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "rbac" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.allow !== void 0) {
      let data2 = data.allow;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err5 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate108(data2[i0], { instancePath: instancePath + "/allow/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.deny !== void 0) {
      let data4 = data.deny;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err7 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate108(data4[i1], { instancePath: instancePath + "/deny/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors), errors = vErrors.length);
      } else {
        let err8 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.address !== void 0) {
      let data6 = data.address;
      if (!(data6 === "client" || data6 === "peer")) {
        let err9 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/enum", keyword: "enum", params: { allowedValues: schema230.properties.address.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.shadow !== void 0 && typeof data.shadow != "boolean") {
      let err10 = { instancePath: instancePath + "/shadow", schemaPath: "#/properties/shadow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate107.errors = vErrors, errors === 0;
}
validate107.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema243 = { title: "SetMetadata", type: "object", description: "Puts fixed values into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:team)%`.", additionalProperties: !1, required: ["type", "entries"], properties: { type: { const: "set-metadata", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, entries: { type: "array", minItems: 1, description: "What is put there, one after the other.", items: { title: "MetadataEntry", type: "object", description: "Values for a namespace.", additionalProperties: !1, required: ["values"], properties: { namespace: { type: "string", minLength: 1, default: "enroute", description: "The namespace; `envoy.lb` is the one by which subsets of endpoints are chosen.", examples: ["envoy.lb"] }, values: { type: "object", minProperties: 1, description: "Names and their values: texts, numbers, lists, objects, in any depth.", additionalProperties: !0, examples: [{ team: "shop", limits: { burst: 10 } }] }, whenPresent: { enum: ["keep", "overwrite"], default: "keep", description: "What becomes of a namespace that has values already: they stay and these do not come in, or these are merged over them." } } }, examples: [[{ values: { team: "shop" } }]] } }, examples: [{ type: "set-metadata", entries: [{ values: { team: "shop" } }] }] };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate117.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.entries === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entries" }, message: "must have required property 'entries'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "entries")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "set-metadata") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "set-metadata" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.entries !== void 0) {
      let data2 = data.entries;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err6 = { instancePath: instancePath + "/entries", schemaPath: "#/properties/entries/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.values === void 0) {
              let err7 = { instancePath: instancePath + "/entries/" + i0, schemaPath: "#/properties/entries/items/required", keyword: "required", params: { missingProperty: "values" }, message: "must have required property 'values'" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            for (let key1 in data3)
              if (!(key1 === "namespace" || key1 === "values" || key1 === "whenPresent")) {
                let err8 = { instancePath: instancePath + "/entries/" + i0, schemaPath: "#/properties/entries/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            if (data3.namespace !== void 0) {
              let data4 = data3.namespace;
              if (typeof data4 == "string") {
                if (func4(data4) < 1) {
                  let err9 = { instancePath: instancePath + "/entries/" + i0 + "/namespace", schemaPath: "#/properties/entries/items/properties/namespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                }
              } else {
                let err10 = { instancePath: instancePath + "/entries/" + i0 + "/namespace", schemaPath: "#/properties/entries/items/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
            if (data3.values !== void 0) {
              let data5 = data3.values;
              if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                if (Object.keys(data5).length < 1) {
                  let err11 = { instancePath: instancePath + "/entries/" + i0 + "/values", schemaPath: "#/properties/entries/items/properties/values/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
              } else {
                let err12 = { instancePath: instancePath + "/entries/" + i0 + "/values", schemaPath: "#/properties/entries/items/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
              }
            }
            if (data3.whenPresent !== void 0) {
              let data6 = data3.whenPresent;
              if (!(data6 === "keep" || data6 === "overwrite")) {
                let err13 = { instancePath: instancePath + "/entries/" + i0 + "/whenPresent", schemaPath: "#/properties/entries/items/properties/whenPresent/enum", keyword: "enum", params: { allowedValues: schema243.properties.entries.items.properties.whenPresent.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
              }
            }
          } else {
            let err14 = { instancePath: instancePath + "/entries/" + i0, schemaPath: "#/properties/entries/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
      } else {
        let err15 = { instancePath: instancePath + "/entries", schemaPath: "#/properties/entries/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate117.errors = vErrors, errors === 0;
}
validate117.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema245 = { title: "Wasm", type: "object", description: "Runs a WebAssembly module, written for Proxy-Wasm, on requests and answers.", additionalProperties: !1, required: ["type", "code"], properties: { type: { const: "wasm", description: "The filter." }, name: { $ref: "#/$defs/FilterName" }, code: { title: "WasmCode", type: "object", description: "Where the module is. Give exactly one of `file`, `http` and `inline`.", additionalProperties: !1, exactlyOne: ["file", "http", "inline"], properties: { file: { type: "string", minLength: 1, description: "The path of a file on each Envoy's machine. An Envoy that does not find it refuses the listener and keeps the one it has.", examples: ["/etc/envoy/shop.wasm"] }, http: { title: "WasmDownload", type: "object", description: "Each Envoy downloads it, before it opens the listener.", additionalProperties: !1, required: ["uri", "upstream", "sha256"], properties: { uri: { type: "string", format: "http-uri", description: "The address of the module.", examples: ["https://modules.example.com/shop.wasm"] }, upstream: { $ref: "#/$defs/Reference", reference: "Upstream", description: "The Upstream that serves the address." }, sha256: { type: "string", pattern: "^[0-9a-f]{64}$", description: "The SHA-256 of the module, in lower-case hexadecimal digits. Envoy takes no other module.", examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"] }, timeout: { $ref: "#/$defs/PositiveDuration", default: "10s", description: "How long the download may take." } } }, inline: { type: "string", format: "wasm", description: "The module itself, in base64.", examples: ["AGFzbQEAAAA="] } } }, configuration: { type: ["string", "object"], additionalProperties: !0, description: "What the plugin gets as its configuration: a text as it is, an object as JSON.", examples: [{ header: "x-shop" }] }, rootId: { type: "string", default: "", description: "The name of the plugin within a module that holds several.", examples: ["add_header"] }, vm: { title: "WasmVm", type: "object", default: {}, description: "The virtual machine that runs the module. Filters with the same module, `id` and `configuration` share one in each of Envoy's threads.", additionalProperties: !1, properties: { id: { type: "string", default: "", description: "Tells virtual machines of the same module apart.", examples: ["shop"] }, configuration: { type: ["string", "object"], additionalProperties: !0, description: "What the virtual machine gets as its configuration: a text as it is, an object as JSON.", examples: [{ verbose: !0 }] }, environment: { type: "object", default: {}, description: "Environment variables of the module; no place for secrets.", additionalProperties: { type: "string" }, examples: [{ STAGE: "production" }] }, environmentOfEnvoy: { type: "array", uniqueItems: !0, default: [], description: "Environment variables of Envoy that the module gets under the same name.", items: { type: "string", minLength: 1 }, examples: [["SHOP_TOKEN"]] } } }, whenFailed: { enum: ["deny", "allow", "reload"], default: "deny", description: "What becomes of requests once the module has crashed, or could not be had by HTTP: they get 503, pass without it, or get 503 until it is started anew." } }, examples: [{ type: "wasm", code: { file: "/etc/envoy/shop.wasm" }, configuration: { header: "x-shop" } }] }, pattern102 = new RegExp("^[0-9a-f]{64}$", "u");
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate118.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.code === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "name" || key0 === "code" || key0 === "configuration" || key0 === "rootId" || key0 === "vm" || key0 === "whenFailed")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "wasm") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "wasm" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (!pattern6.test(data1)) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.code !== void 0) {
      let data2 = data.code;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "file" || key1 === "http" || key1 === "inline")) {
            let err6 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data2.file !== void 0) {
          let data3 = data2.file;
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err7 = { instancePath: instancePath + "/code/file", schemaPath: "#/properties/code/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/code/file", schemaPath: "#/properties/code/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data2.http !== void 0) {
          let data4 = data2.http;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.uri === void 0) {
              let err9 = { instancePath: instancePath + "/code/http", schemaPath: "#/properties/code/properties/http/required", keyword: "required", params: { missingProperty: "uri" }, message: "must have required property 'uri'" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data4.upstream === void 0) {
              let err10 = { instancePath: instancePath + "/code/http", schemaPath: "#/properties/code/properties/http/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data4.sha256 === void 0) {
              let err11 = { instancePath: instancePath + "/code/http", schemaPath: "#/properties/code/properties/http/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            for (let key2 in data4)
              if (!(key2 === "uri" || key2 === "upstream" || key2 === "sha256" || key2 === "timeout")) {
                let err12 = { instancePath: instancePath + "/code/http", schemaPath: "#/properties/code/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
              }
            if (data4.uri !== void 0 && typeof data4.uri != "string") {
              let err13 = { instancePath: instancePath + "/code/http/uri", schemaPath: "#/properties/code/properties/http/properties/uri/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data4.upstream !== void 0) {
              let data6 = data4.upstream;
              if (typeof data6 == "string") {
                if (!pattern13.test(data6)) {
                  let err14 = { instancePath: instancePath + "/code/http/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
              } else {
                let err15 = { instancePath: instancePath + "/code/http/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
            if (data4.sha256 !== void 0) {
              let data7 = data4.sha256;
              if (typeof data7 == "string") {
                if (!pattern102.test(data7)) {
                  let err16 = { instancePath: instancePath + "/code/http/sha256", schemaPath: "#/properties/code/properties/http/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
                  vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                }
              } else {
                let err17 = { instancePath: instancePath + "/code/http/sha256", schemaPath: "#/properties/code/properties/http/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
              }
            }
            if (data4.timeout !== void 0) {
              let data8 = data4.timeout;
              if (typeof data8 == "string") {
                if (!pattern7.test(data8)) {
                  let err18 = { instancePath: instancePath + "/code/http/timeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
                  vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                }
              } else {
                let err19 = { instancePath: instancePath + "/code/http/timeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            }
          } else {
            let err20 = { instancePath: instancePath + "/code/http", schemaPath: "#/properties/code/properties/http/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        if (data2.inline !== void 0 && typeof data2.inline != "string") {
          let err21 = { instancePath: instancePath + "/code/inline", schemaPath: "#/properties/code/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      } else {
        let err22 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.configuration !== void 0) {
      let data10 = data.configuration;
      if (typeof data10 != "string" && !(data10 && typeof data10 == "object" && !Array.isArray(data10))) {
        let err23 = { instancePath: instancePath + "/configuration", schemaPath: "#/properties/configuration/type", keyword: "type", params: { type: schema245.properties.configuration.type }, message: "must be string,object" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.rootId !== void 0 && typeof data.rootId != "string") {
      let err24 = { instancePath: instancePath + "/rootId", schemaPath: "#/properties/rootId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.vm !== void 0) {
      let data12 = data.vm;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (let key3 in data12)
          if (!(key3 === "id" || key3 === "configuration" || key3 === "environment" || key3 === "environmentOfEnvoy")) {
            let err25 = { instancePath: instancePath + "/vm", schemaPath: "#/properties/vm/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        if (data12.id !== void 0 && typeof data12.id != "string") {
          let err26 = { instancePath: instancePath + "/vm/id", schemaPath: "#/properties/vm/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data12.configuration !== void 0) {
          let data14 = data12.configuration;
          if (typeof data14 != "string" && !(data14 && typeof data14 == "object" && !Array.isArray(data14))) {
            let err27 = { instancePath: instancePath + "/vm/configuration", schemaPath: "#/properties/vm/properties/configuration/type", keyword: "type", params: { type: schema245.properties.vm.properties.configuration.type }, message: "must be string,object" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
        if (data12.environment !== void 0) {
          let data15 = data12.environment;
          if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
            for (let key4 in data15)
              if (typeof data15[key4] != "string") {
                let err28 = { instancePath: instancePath + "/vm/environment/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/vm/properties/environment/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
          } else {
            let err29 = { instancePath: instancePath + "/vm/environment", schemaPath: "#/properties/vm/properties/environment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
        if (data12.environmentOfEnvoy !== void 0) {
          let data17 = data12.environmentOfEnvoy;
          if (Array.isArray(data17)) {
            let len0 = data17.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data18 = data17[i0];
              if (typeof data18 == "string") {
                if (func4(data18) < 1) {
                  let err30 = { instancePath: instancePath + "/vm/environmentOfEnvoy/" + i0, schemaPath: "#/properties/vm/properties/environmentOfEnvoy/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
                }
              } else {
                let err31 = { instancePath: instancePath + "/vm/environmentOfEnvoy/" + i0, schemaPath: "#/properties/vm/properties/environmentOfEnvoy/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
              }
            }
            let i1 = data17.length, j0;
            if (i1 > 1) {
              let indices0 = {};
              for (; i1--; ) {
                let item0 = data17[i1];
                if (typeof item0 == "string") {
                  if (typeof indices0[item0] == "number") {
                    j0 = indices0[item0];
                    let err32 = { instancePath: instancePath + "/vm/environmentOfEnvoy", schemaPath: "#/properties/vm/properties/environmentOfEnvoy/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                    vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
                    break;
                  }
                  indices0[item0] = i1;
                }
              }
            }
          } else {
            let err33 = { instancePath: instancePath + "/vm/environmentOfEnvoy", schemaPath: "#/properties/vm/properties/environmentOfEnvoy/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        }
      } else {
        let err34 = { instancePath: instancePath + "/vm", schemaPath: "#/properties/vm/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
    if (data.whenFailed !== void 0) {
      let data19 = data.whenFailed;
      if (!(data19 === "deny" || data19 === "allow" || data19 === "reload")) {
        let err35 = { instancePath: instancePath + "/whenFailed", schemaPath: "#/properties/whenFailed/enum", keyword: "enum", params: { allowedValues: schema245.properties.whenFailed.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
  } else {
    let err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate118.errors = vErrors, errors === 0;
}
validate118.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let tag0 = data.type;
    if (typeof tag0 == "string")
      if (tag0 === "adaptive-concurrency") {
        validate25(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length);
        var props0 = !0;
      } else if (tag0 === "admission-control")
        validate28(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "api-key")
        validate29(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "bandwidth-limit")
        validate32(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "basic-auth")
        validate33(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "buffer")
        validate34(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "compression")
        validate35(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "cors")
        validate36(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "credential-injector")
        validate39(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "csrf")
        validate40(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "custom-response")
        validate42(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "decompression")
        validate47(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "envoy")
        validate48(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "external-authorization")
        validate49(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "external-processing")
        validate50(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "fault-injection")
        validate53(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "grpc-json-transcoder")
        validate54(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "grpc-web")
        validate55(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "header-to-metadata")
        validate56(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "headers")
        validate62(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "health-check")
        validate69(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "ip-access")
        validate70(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "json-to-metadata")
        validate71(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "jwt")
        validate80(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "local-rate-limit")
        validate90(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "lua")
        validate91(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "oidc")
        validate92(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "opa")
        validate100(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "rate-limit")
        validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "rbac")
        validate107(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "set-metadata")
        validate117(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "wasm")
        validate118(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else {
        let err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 }, message: 'value of tag "type" must be in oneOf' };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    else {
      let err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 }, message: 'tag "type" must be string' };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate24.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate24.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "Filter") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Filter" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0 && (validate24(data.spec, { instancePath: instancePath + "/spec", parentData: data, parentDataProperty: "spec", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length));
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Gateway = validate152;
var schema283 = { title: "AccessLog", type: "object", description: "A file that requests are logged to.", additionalProperties: !1, properties: { path: { type: "string", minLength: 1, default: "/dev/stdout", description: "The file, on the machine of the Envoy.", examples: ["/dev/stdout"] }, format: { enum: ["json", "text"], default: "json", description: "How a line looks." }, fields: { type: "object", minProperties: 1, description: "For `json`: the fields, each with Envoy's command operators; a useful set, if left out.", additionalProperties: { type: "string", format: "log-line" }, examples: [{ path: "%REQ(:PATH)%", status: "%RESPONSE_CODE%" }] }, template: { type: "string", minLength: 1, format: "log-line", description: "For `text`: the line, with Envoy's command operators; Envoy's default, if left out.", examples: [`%START_TIME% %RESPONSE_CODE% %REQ(:PATH)%
`] } } };
function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate154.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "clusters" || key0 === "ids" || key0 === "labels")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.clusters !== void 0) {
      let data0 = data.clusters;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err1 = { instancePath: instancePath + "/clusters", schemaPath: "#/properties/clusters/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func4(data1) < 1) {
              let err2 = { instancePath: instancePath + "/clusters/" + i0, schemaPath: "#/properties/clusters/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = { instancePath: instancePath + "/clusters/" + i0, schemaPath: "#/properties/clusters/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data0[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err4 = { instancePath: instancePath + "/clusters", schemaPath: "#/properties/clusters/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/clusters", schemaPath: "#/properties/clusters/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.ids !== void 0) {
      let data2 = data.ids;
      if (Array.isArray(data2)) {
        let len1 = data2.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data3 = data2[i2];
          if (typeof data3 == "string") {
            if (func4(data3) < 1) {
              let err6 = { instancePath: instancePath + "/ids/" + i2, schemaPath: "#/properties/ids/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/ids/" + i2, schemaPath: "#/properties/ids/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        let i3 = data2.length, j1;
        if (i3 > 1) {
          let indices1 = {};
          for (; i3--; ) {
            let item1 = data2[i3];
            if (typeof item1 == "string") {
              if (typeof indices1[item1] == "number") {
                j1 = indices1[item1];
                let err8 = { instancePath: instancePath + "/ids", schemaPath: "#/properties/ids/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                break;
              }
              indices1[item1] = i3;
            }
          }
        }
      } else {
        let err9 = { instancePath: instancePath + "/ids", schemaPath: "#/properties/ids/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.labels !== void 0) {
      let data4 = data.labels;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key1 in data4)
          if (typeof data4[key1] != "string") {
            let err10 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
      } else {
        let err11 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/Labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    let err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate154.errors = vErrors, errors === 0;
}
validate154.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema252 = { title: "Listener", type: "object", description: "Where to listen and what is spoken there. Give exactly one of `port` and `unixSocket`.", additionalProperties: !1, required: ["name", "protocol"], exactlyOne: ["port", "unixSocket"], needless: { address: ["unixSocket"], ipv6Only: ["unixSocket"], additionalAddresses: ["unixSocket"] }, properties: { name: { $ref: "#/$defs/Name", description: "The listener's name, unique in the gateway." }, address: { $ref: "#/$defs/IpAddress", default: "0.0.0.0", description: "The address to listen on; `::` takes IPv4 as well." }, port: { $ref: "#/$defs/Port", description: "The port to listen on." }, ipv6Only: { type: "boolean", default: !1, description: "For the address `::`: leave IPv4 to others." }, additionalAddresses: { type: "array", default: [], description: "More addresses that the same is served on.", items: { $ref: "#/$defs/ListenerAddress" }, examples: [[{ address: "2001:db8::1" }, { address: "10.0.0.1", port: 8080 }]] }, unixSocket: { $ref: "#/$defs/UnixSocket", description: "A Unix socket to listen on instead of a port." }, connections: { $ref: "#/$defs/ListenerConnections", default: {}, description: "How connections are taken, and how many." }, protocol: { enum: ["HTTP", "HTTPS", "TCP", "TLS"], description: "`HTTP` and `HTTPS` carry virtual hosts; `TCP` and `TLS` carry TcpRoutes, `TLS` by server name.", examples: ["HTTPS"] }, proxyProtocol: { enum: ["off", "optional", "required"], default: "off", description: "Whether connections begin with a PROXY protocol header. `optional` lets anyone who can connect claim any address: only behind a load balancer." }, redirectToHttps: { $ref: "#/$defs/RedirectToHttps", description: "Answer every request with a redirect to HTTPS; only for `HTTP`." }, tls: { $ref: "#/$defs/ListenerTls", default: {}, description: "TLS settings of the listener's virtual hosts; only for `HTTPS` and `TLS`." } } };
var pattern105 = new RegExp("^[/@][!-~]{1,106}$", "u"), pattern106 = new RegExp("^0?[0-7]{3}$", "u");
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate157.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "address" || key0 === "port" || key0 === "ipv6Only")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err2 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err3 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      }
    }
    if (data.ipv6Only !== void 0 && typeof data.ipv6Only != "boolean") {
      let err6 = { instancePath: instancePath + "/ipv6Only", schemaPath: "#/properties/ipv6Only/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate157.errors = vErrors, errors === 0;
}
validate157.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema260 = { title: "ListenerConnections", type: "object", description: "How a listener takes connections, and how many.", additionalProperties: !1, properties: { limit: { $ref: "#/$defs/ConnectionLimit", description: "How many connections there may be; no limit but the gateway's `overload.maximumConnections`, if left out." }, bufferLimit: { $ref: "#/$defs/PositiveSize", default: "32KiB", description: "How much is kept in memory of a connection's data in either direction before Envoy stops reading." }, keepalive: { $ref: "#/$defs/ListenerKeepalive", description: "Ask silent clients whether they are still there, by TCP; nobody is asked, if left out." }, backlog: { type: "integer", minimum: 1, maximum: 2147483647, description: "How many connections may wait for Envoy to take them; the system's own limit, if left out. More than `net.core.somaxconn` has no effect.", examples: [4096] }, maximumAcceptsPerEvent: { type: "integer", minimum: 1, maximum: 4294967295, description: "How many waiting connections a worker takes at once before it goes on with its other work; all, if left out.", examples: [64] }, balance: { enum: ["kernel", "exact"], default: "kernel", description: "Which worker gets a connection: the one that the kernel chooses, or the one that has the fewest (`exact`), which costs a lock and suits few connections that last long." }, typeOfService: { type: "integer", minimum: 0, maximum: 255, description: "The type of service in the packets to clients (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.", examples: [184] }, ignoreOverload: { type: "boolean", default: !1, description: "Take connections whatever `overload` of the gateway says, and do not count them there: for health checks and administration." } } };
function validate160(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate160.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.maximumConnections === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "maximumConnections" }, message: "must have required property 'maximumConnections'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "maximumConnections" || key0 === "closeDelay")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.maximumConnections !== void 0) {
      let data0 = data.maximumConnections;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err2 = { instancePath: instancePath + "/maximumConnections", schemaPath: "#/properties/maximumConnections/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 4294967295 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/maximumConnections", schemaPath: "#/properties/maximumConnections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err4 = { instancePath: instancePath + "/maximumConnections", schemaPath: "#/properties/maximumConnections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
    }
    if (data.closeDelay !== void 0) {
      let data1 = data.closeDelay;
      if (typeof data1 == "string") {
        if (!pattern7.test(data1)) {
          let err5 = { instancePath: instancePath + "/closeDelay", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/closeDelay", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate160.errors = vErrors, errors === 0;
}
validate160.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern109 = new RegExp("^([0-9]+(s|m|h))+$", "u");
function validate162(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate162.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "idle" || key0 === "interval" || key0 === "probes")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.idle !== void 0) {
      let data0 = data.idle;
      if (typeof data0 == "string") {
        if (!pattern109.test(data0)) {
          let err1 = { instancePath: instancePath + "/idle", schemaPath: "#/$defs/TcpTime/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(s|m|h))+$" }, message: 'must match pattern "^([0-9]+(s|m|h))+$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/idle", schemaPath: "#/$defs/TcpTime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.interval !== void 0) {
      let data1 = data.interval;
      if (typeof data1 == "string") {
        if (!pattern109.test(data1)) {
          let err3 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/TcpTime/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(s|m|h))+$" }, message: 'must match pattern "^([0-9]+(s|m|h))+$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/TcpTime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.probes !== void 0) {
      let data2 = data.probes;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err5 = { instancePath: instancePath + "/probes", schemaPath: "#/properties/probes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 127 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/probes", schemaPath: "#/properties/probes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 127 }, message: "must be <= 127" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err7 = { instancePath: instancePath + "/probes", schemaPath: "#/properties/probes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate162.errors = vErrors, errors === 0;
}
validate162.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate159(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate159.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "limit" || key0 === "bufferLimit" || key0 === "keepalive" || key0 === "backlog" || key0 === "maximumAcceptsPerEvent" || key0 === "balance" || key0 === "typeOfService" || key0 === "ignoreOverload")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.limit !== void 0 && (validate160(data.limit, { instancePath: instancePath + "/limit", parentData: data, parentDataProperty: "limit", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors), errors = vErrors.length)), data.bufferLimit !== void 0) {
      let data1 = data.bufferLimit;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) && typeof data1 != "string") {
        let err1 = { instancePath: instancePath + "/bufferLimit", schemaPath: "#/$defs/PositiveSize/type", keyword: "type", params: { type: schema110.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1) && (data1 < 1 || isNaN(data1))) {
        let err2 = { instancePath: instancePath + "/bufferLimit", schemaPath: "#/$defs/PositiveSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data1 == "string" && !pattern15.test(data1)) {
        let err3 = { instancePath: instancePath + "/bufferLimit", schemaPath: "#/$defs/PositiveSize/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.keepalive !== void 0 && (validate162(data.keepalive, { instancePath: instancePath + "/keepalive", parentData: data, parentDataProperty: "keepalive", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate162.errors : vErrors.concat(validate162.errors), errors = vErrors.length)), data.backlog !== void 0) {
      let data3 = data.backlog;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        let err4 = { instancePath: instancePath + "/backlog", schemaPath: "#/properties/backlog/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 2147483647 || isNaN(data3)) {
          let err5 = { instancePath: instancePath + "/backlog", schemaPath: "#/properties/backlog/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          let err6 = { instancePath: instancePath + "/backlog", schemaPath: "#/properties/backlog/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.maximumAcceptsPerEvent !== void 0) {
      let data4 = data.maximumAcceptsPerEvent;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err7 = { instancePath: instancePath + "/maximumAcceptsPerEvent", schemaPath: "#/properties/maximumAcceptsPerEvent/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 4294967295 || isNaN(data4)) {
          let err8 = { instancePath: instancePath + "/maximumAcceptsPerEvent", schemaPath: "#/properties/maximumAcceptsPerEvent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err9 = { instancePath: instancePath + "/maximumAcceptsPerEvent", schemaPath: "#/properties/maximumAcceptsPerEvent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    if (data.balance !== void 0) {
      let data5 = data.balance;
      if (!(data5 === "kernel" || data5 === "exact")) {
        let err10 = { instancePath: instancePath + "/balance", schemaPath: "#/properties/balance/enum", keyword: "enum", params: { allowedValues: schema260.properties.balance.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.typeOfService !== void 0) {
      let data6 = data.typeOfService;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        let err11 = { instancePath: instancePath + "/typeOfService", schemaPath: "#/properties/typeOfService/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 255 || isNaN(data6)) {
          let err12 = { instancePath: instancePath + "/typeOfService", schemaPath: "#/properties/typeOfService/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data6 < 0 || isNaN(data6)) {
          let err13 = { instancePath: instancePath + "/typeOfService", schemaPath: "#/properties/typeOfService/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      }
    }
    if (data.ignoreOverload !== void 0 && typeof data.ignoreOverload != "boolean") {
      let err14 = { instancePath: instancePath + "/ignoreOverload", schemaPath: "#/properties/ignoreOverload/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate159.errors = vErrors, errors === 0;
}
validate159.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema267 = { title: "RedirectToHttps", type: "object", description: "A redirect of a whole listener.", additionalProperties: !1, properties: { port: { $ref: "#/$defs/Port", default: 443, description: "The port that clients reach HTTPS on." }, statusCode: { enum: [301, 302, 303, 307, 308], default: 301, description: "The status code." } } };
function validate165(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate165.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "port" || key0 === "statusCode")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.port !== void 0) {
      let data0 = data.port;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.statusCode !== void 0) {
      let data1 = data.statusCode;
      if (!(data1 === 301 || data1 === 302 || data1 === 303 || data1 === 307 || data1 === 308)) {
        let err4 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/enum", keyword: "enum", params: { allowedValues: schema267.properties.statusCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate165.errors = vErrors, errors === 0;
}
validate165.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema269 = { title: "ListenerTls", type: "object", description: "Which TLS is spoken.", additionalProperties: !1, properties: { minimumVersion: { $ref: "#/$defs/TlsVersion", default: "1.2", description: "The oldest version that is accepted." }, maximumVersion: { $ref: "#/$defs/TlsVersion", default: "1.3", description: "The newest version that is accepted." }, cipherSuites: { type: "array", minItems: 1, uniqueItems: !0, description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.", items: { enum: ["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-RSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES256-SHA", "AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA"] }, examples: [["ECDHE-ECDSA-AES128-GCM-SHA256"]] } } }, schema270 = { type: "string", description: "A version of TLS.", enum: ["1.0", "1.1", "1.2", "1.3"], examples: ["1.2"] };
function validate167(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate167.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "minimumVersion" || key0 === "maximumVersion" || key0 === "cipherSuites")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.minimumVersion !== void 0) {
      let data0 = data.minimumVersion;
      if (typeof data0 != "string") {
        let err1 = { instancePath: instancePath + "/minimumVersion", schemaPath: "#/$defs/TlsVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (!(data0 === "1.0" || data0 === "1.1" || data0 === "1.2" || data0 === "1.3")) {
        let err2 = { instancePath: instancePath + "/minimumVersion", schemaPath: "#/$defs/TlsVersion/enum", keyword: "enum", params: { allowedValues: schema270.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.maximumVersion !== void 0) {
      let data1 = data.maximumVersion;
      if (typeof data1 != "string") {
        let err3 = { instancePath: instancePath + "/maximumVersion", schemaPath: "#/$defs/TlsVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (!(data1 === "1.0" || data1 === "1.1" || data1 === "1.2" || data1 === "1.3")) {
        let err4 = { instancePath: instancePath + "/maximumVersion", schemaPath: "#/$defs/TlsVersion/enum", keyword: "enum", params: { allowedValues: schema270.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.cipherSuites !== void 0) {
      let data2 = data.cipherSuites;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          let err5 = { instancePath: instancePath + "/cipherSuites", schemaPath: "#/properties/cipherSuites/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (!(data3 === "ECDHE-ECDSA-AES128-GCM-SHA256" || data3 === "ECDHE-RSA-AES128-GCM-SHA256" || data3 === "ECDHE-ECDSA-AES256-GCM-SHA384" || data3 === "ECDHE-RSA-AES256-GCM-SHA384" || data3 === "ECDHE-ECDSA-CHACHA20-POLY1305" || data3 === "ECDHE-RSA-CHACHA20-POLY1305" || data3 === "ECDHE-ECDSA-AES128-SHA" || data3 === "ECDHE-RSA-AES128-SHA" || data3 === "ECDHE-RSA-AES128-SHA256" || data3 === "ECDHE-ECDSA-AES256-SHA" || data3 === "ECDHE-RSA-AES256-SHA" || data3 === "AES128-GCM-SHA256" || data3 === "AES256-GCM-SHA384" || data3 === "AES128-SHA" || data3 === "AES256-SHA")) {
            let err6 = { instancePath: instancePath + "/cipherSuites/" + i0, schemaPath: "#/properties/cipherSuites/items/enum", keyword: "enum", params: { allowedValues: schema269.properties.cipherSuites.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        let i1 = data2.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data2[i1], data2[j0])) {
                  let err7 = { instancePath: instancePath + "/cipherSuites", schemaPath: "#/properties/cipherSuites/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                  break outer0;
                }
        }
      } else {
        let err8 = { instancePath: instancePath + "/cipherSuites", schemaPath: "#/properties/cipherSuites/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate167.errors = vErrors, errors === 0;
}
validate167.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate156(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate156.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.protocol === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema252.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err5 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.port !== void 0) {
      let data2 = data.port;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err6 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 65535 || isNaN(data2)) {
          let err7 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
    }
    if (data.ipv6Only !== void 0 && typeof data.ipv6Only != "boolean") {
      let err9 = { instancePath: instancePath + "/ipv6Only", schemaPath: "#/properties/ipv6Only/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.additionalAddresses !== void 0) {
      let data4 = data.additionalAddresses;
      if (Array.isArray(data4)) {
        let len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate157(data4[i0], { instancePath: instancePath + "/additionalAddresses/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors), errors = vErrors.length);
      } else {
        let err10 = { instancePath: instancePath + "/additionalAddresses", schemaPath: "#/properties/additionalAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.unixSocket !== void 0) {
      let data6 = data.unixSocket;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.path === void 0) {
          let err11 = { instancePath: instancePath + "/unixSocket", schemaPath: "#/$defs/UnixSocket/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        for (let key1 in data6)
          if (!(key1 === "path" || key1 === "mode")) {
            let err12 = { instancePath: instancePath + "/unixSocket", schemaPath: "#/$defs/UnixSocket/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data6.path !== void 0) {
          let data7 = data6.path;
          if (typeof data7 == "string") {
            if (!pattern105.test(data7)) {
              let err13 = { instancePath: instancePath + "/unixSocket/path", schemaPath: "#/$defs/UnixSocket/properties/path/pattern", keyword: "pattern", params: { pattern: "^[/@][!-~]{1,106}$" }, message: 'must match pattern "^[/@][!-~]{1,106}$"' };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/unixSocket/path", schemaPath: "#/$defs/UnixSocket/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data6.mode !== void 0) {
          let data8 = data6.mode;
          if (typeof data8 == "string") {
            if (!pattern106.test(data8)) {
              let err15 = { instancePath: instancePath + "/unixSocket/mode", schemaPath: "#/$defs/UnixSocket/properties/mode/pattern", keyword: "pattern", params: { pattern: "^0?[0-7]{3}$" }, message: 'must match pattern "^0?[0-7]{3}$"' };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          } else {
            let err16 = { instancePath: instancePath + "/unixSocket/mode", schemaPath: "#/$defs/UnixSocket/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        let err17 = { instancePath: instancePath + "/unixSocket", schemaPath: "#/$defs/UnixSocket/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.connections !== void 0 && (validate159(data.connections, { instancePath: instancePath + "/connections", parentData: data, parentDataProperty: "connections", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors), errors = vErrors.length)), data.protocol !== void 0) {
      let data10 = data.protocol;
      if (!(data10 === "HTTP" || data10 === "HTTPS" || data10 === "TCP" || data10 === "TLS")) {
        let err18 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema252.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.proxyProtocol !== void 0) {
      let data11 = data.proxyProtocol;
      if (!(data11 === "off" || data11 === "optional" || data11 === "required")) {
        let err19 = { instancePath: instancePath + "/proxyProtocol", schemaPath: "#/properties/proxyProtocol/enum", keyword: "enum", params: { allowedValues: schema252.properties.proxyProtocol.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    data.redirectToHttps !== void 0 && (validate165(data.redirectToHttps, { instancePath: instancePath + "/redirectToHttps", parentData: data, parentDataProperty: "redirectToHttps", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors), errors = vErrors.length)), data.tls !== void 0 && (validate167(data.tls, { instancePath: instancePath + "/tls", parentData: data, parentDataProperty: "tls", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate167.errors : vErrors.concat(validate167.errors), errors = vErrors.length));
  } else {
    let err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  return validate156.errors = vErrors, errors === 0;
}
validate156.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema272 = { title: "Http", type: "object", description: "How HTTP connections from clients are treated. The defaults are for Envoys that face the internet.", additionalProperties: !1, properties: { trustedHops: { type: "integer", minimum: 0, maximum: 100, default: 0, description: "How many proxies in front are trusted to append to `x-forwarded-for`; 0 takes the peer's address as the client's." }, requestTimeout: { $ref: "#/$defs/Duration", default: "5m", description: "How long a client may take to send a whole request; `0s` for no limit." }, requestHeadersTimeout: { $ref: "#/$defs/Duration", default: "10s", description: "How long a client may take to send the headers." }, streamIdleTimeout: { $ref: "#/$defs/Duration", default: "5m", description: "How long a request may be without activity." }, connectionIdleTimeout: { $ref: "#/$defs/Duration", default: "1h", description: "How long a connection may be without requests." }, drainTimeout: { $ref: "#/$defs/Duration", default: "5s", description: "How long clients are told to go away before a connection is closed." }, maximumRequestHeadersSize: { $ref: "#/$defs/PositiveSize", default: "60KiB", description: "The most that a request's headers may take; whole KiB, at most 8 MiB." }, maximumConcurrentStreams: { type: "integer", minimum: 1, maximum: 2147483647, default: 100, description: "Requests at once on one HTTP/2 connection." }, headersWithUnderscores: { enum: ["reject", "drop", "allow"], default: "reject", description: "What to do with headers that have `_` in their names: some servers read it as `-`." }, mergeSlashes: { type: "boolean", default: !0, description: "Whether `//` in a path is the same as `/`." }, escapedSlashes: { enum: ["redirect", "reject", "unescape", "keep"], default: "redirect", description: "What to do with `%2F` and `%5C` in a path: undo the escape and redirect or go on, refuse, or leave it." }, serverHeader: { enum: ["overwrite", "append-if-absent", "pass-through"], default: "overwrite", description: "What becomes of the upstream's `server` header." } } };
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate170.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema272.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.trustedHops !== void 0) {
      let data0 = data.trustedHops;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/trustedHops", schemaPath: "#/properties/trustedHops/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/trustedHops", schemaPath: "#/properties/trustedHops/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/trustedHops", schemaPath: "#/properties/trustedHops/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.requestTimeout !== void 0) {
      let data1 = data.requestTimeout;
      if (typeof data1 == "string") {
        if (!pattern7.test(data1)) {
          let err4 = { instancePath: instancePath + "/requestTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/requestTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.requestHeadersTimeout !== void 0) {
      let data2 = data.requestHeadersTimeout;
      if (typeof data2 == "string") {
        if (!pattern7.test(data2)) {
          let err6 = { instancePath: instancePath + "/requestHeadersTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/requestHeadersTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.streamIdleTimeout !== void 0) {
      let data3 = data.streamIdleTimeout;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err8 = { instancePath: instancePath + "/streamIdleTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/streamIdleTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.connectionIdleTimeout !== void 0) {
      let data4 = data.connectionIdleTimeout;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err10 = { instancePath: instancePath + "/connectionIdleTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/connectionIdleTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.drainTimeout !== void 0) {
      let data5 = data.drainTimeout;
      if (typeof data5 == "string") {
        if (!pattern7.test(data5)) {
          let err12 = { instancePath: instancePath + "/drainTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        let err13 = { instancePath: instancePath + "/drainTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.maximumRequestHeadersSize !== void 0) {
      let data6 = data.maximumRequestHeadersSize;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) && typeof data6 != "string") {
        let err14 = { instancePath: instancePath + "/maximumRequestHeadersSize", schemaPath: "#/$defs/PositiveSize/type", keyword: "type", params: { type: schema110.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6) && (data6 < 1 || isNaN(data6))) {
        let err15 = { instancePath: instancePath + "/maximumRequestHeadersSize", schemaPath: "#/$defs/PositiveSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      if (typeof data6 == "string" && !pattern15.test(data6)) {
        let err16 = { instancePath: instancePath + "/maximumRequestHeadersSize", schemaPath: "#/$defs/PositiveSize/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.maximumConcurrentStreams !== void 0) {
      let data7 = data.maximumConcurrentStreams;
      if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
        let err17 = { instancePath: instancePath + "/maximumConcurrentStreams", schemaPath: "#/properties/maximumConcurrentStreams/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 2147483647 || isNaN(data7)) {
          let err18 = { instancePath: instancePath + "/maximumConcurrentStreams", schemaPath: "#/properties/maximumConcurrentStreams/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        if (data7 < 1 || isNaN(data7)) {
          let err19 = { instancePath: instancePath + "/maximumConcurrentStreams", schemaPath: "#/properties/maximumConcurrentStreams/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
      }
    }
    if (data.headersWithUnderscores !== void 0) {
      let data8 = data.headersWithUnderscores;
      if (!(data8 === "reject" || data8 === "drop" || data8 === "allow")) {
        let err20 = { instancePath: instancePath + "/headersWithUnderscores", schemaPath: "#/properties/headersWithUnderscores/enum", keyword: "enum", params: { allowedValues: schema272.properties.headersWithUnderscores.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.mergeSlashes !== void 0 && typeof data.mergeSlashes != "boolean") {
      let err21 = { instancePath: instancePath + "/mergeSlashes", schemaPath: "#/properties/mergeSlashes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.escapedSlashes !== void 0) {
      let data10 = data.escapedSlashes;
      if (!(data10 === "redirect" || data10 === "reject" || data10 === "unescape" || data10 === "keep")) {
        let err22 = { instancePath: instancePath + "/escapedSlashes", schemaPath: "#/properties/escapedSlashes/enum", keyword: "enum", params: { allowedValues: schema272.properties.escapedSlashes.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.serverHeader !== void 0) {
      let data11 = data.serverHeader;
      if (!(data11 === "overwrite" || data11 === "append-if-absent" || data11 === "pass-through")) {
        let err23 = { instancePath: instancePath + "/serverHeader", schemaPath: "#/properties/serverHeader/enum", keyword: "enum", params: { allowedValues: schema272.properties.serverHeader.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
  } else {
    let err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
  }
  return validate170.errors = vErrors, errors === 0;
}
validate170.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate174.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.filter === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "filter" }, message: "must have required property 'filter'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "filter")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.type !== void 0 && data.type !== "reference") {
      let err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "reference" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.filter !== void 0) {
      let data1 = data.filter;
      if (typeof data1 == "string") {
        if (!pattern13.test(data1)) {
          let err4 = { instancePath: instancePath + "/filter", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/filter", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate174.errors = vErrors, errors === 0;
}
validate174.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate173(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate173.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let tag0 = data.type;
    if (typeof tag0 == "string")
      if (tag0 === "adaptive-concurrency") {
        validate25(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length);
        var props0 = !0;
      } else if (tag0 === "admission-control")
        validate28(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "api-key")
        validate29(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "bandwidth-limit")
        validate32(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "basic-auth")
        validate33(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "buffer")
        validate34(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "compression")
        validate35(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "cors")
        validate36(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "credential-injector")
        validate39(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "csrf")
        validate40(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "custom-response")
        validate42(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "decompression")
        validate47(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "envoy")
        validate48(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "external-authorization")
        validate49(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "external-processing")
        validate50(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "fault-injection")
        validate53(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "grpc-json-transcoder")
        validate54(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "grpc-web")
        validate55(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "header-to-metadata")
        validate56(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "headers")
        validate62(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "health-check")
        validate69(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "ip-access")
        validate70(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "json-to-metadata")
        validate71(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "jwt")
        validate80(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "local-rate-limit")
        validate90(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "lua")
        validate91(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "oidc")
        validate92(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "opa")
        validate100(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "rate-limit")
        validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "rbac")
        validate107(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "set-metadata")
        validate117(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "wasm")
        validate118(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else if (tag0 === "reference")
        validate174(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors), errors = vErrors.length), props0 !== !0 && (props0 = !0);
      else {
        let err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 }, message: 'value of tag "type" must be in oneOf' };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    else {
      let err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 }, message: 'tag "type" must be string' };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate173.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate173.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate172.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++)
      validate173(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors), errors = vErrors.length);
  } else {
    let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  return validate172.errors = vErrors, errors === 0;
}
validate172.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate210(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate210.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "address" || key0 === "port")) {
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
        let err2 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate210.errors = vErrors, errors === 0;
}
validate210.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema287 = { type: ["integer", "string"], description: "An amount of memory: a number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.", minimum: 1, pattern: "^[0-9]+(B|KiB|MiB|GiB)$", format: "memory-size", examples: ["8GiB"] };
function validate212(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate212.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "maximumConnections" || key0 === "maximumHeap")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.maximumConnections !== void 0) {
      let data0 = data.maximumConnections;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/maximumConnections", schemaPath: "#/properties/maximumConnections/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0) && (data0 < 1 || isNaN(data0))) {
        let err2 = { instancePath: instancePath + "/maximumConnections", schemaPath: "#/properties/maximumConnections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.maximumHeap !== void 0) {
      let data1 = data.maximumHeap;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) && typeof data1 != "string") {
        let err3 = { instancePath: instancePath + "/maximumHeap", schemaPath: "#/$defs/MemorySize/type", keyword: "type", params: { type: schema287.type }, message: "must be integer,string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1) && (data1 < 1 || isNaN(data1))) {
        let err4 = { instancePath: instancePath + "/maximumHeap", schemaPath: "#/$defs/MemorySize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "string" && !pattern15.test(data1)) {
        let err5 = { instancePath: instancePath + "/maximumHeap", schemaPath: "#/$defs/MemorySize/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(B|KiB|MiB|GiB)$" }, message: 'must match pattern "^[0-9]+(B|KiB|MiB|GiB)$"' };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate212.errors = vErrors, errors === 0;
}
validate212.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema288 = { title: "Relay", type: "object", description: "Where the Envoys find the relay.", additionalProperties: !1, properties: { address: { $ref: "#/$defs/Host", default: "127.0.0.1", description: "The relay's address or host name." }, port: { $ref: "#/$defs/Port", default: 18e3, description: "The relay's ADS port." }, protocol: { enum: ["delta", "state-of-the-world"], default: "delta", description: "Which variant of xDS the Envoys speak." }, tls: { $ref: "#/$defs/RelayTls", description: "Mutual TLS towards the relay; plain text, if left out, which is for loopback only." } } };
function validate215(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate215.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.certificateChain === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "certificateChain" }, message: "must have required property 'certificateChain'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.privateKey === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "privateKey" }, message: "must have required property 'privateKey'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.certificateAuthority === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "certificateAuthority" }, message: "must have required property 'certificateAuthority'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "certificateChain" || key0 === "privateKey" || key0 === "certificateAuthority" || key0 === "serverName")) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.certificateChain !== void 0) {
      let data0 = data.certificateChain;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err4 = { instancePath: instancePath + "/certificateChain", schemaPath: "#/properties/certificateChain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/certificateChain", schemaPath: "#/properties/certificateChain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.privateKey !== void 0) {
      let data1 = data.privateKey;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err6 = { instancePath: instancePath + "/privateKey", schemaPath: "#/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/privateKey", schemaPath: "#/properties/privateKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.certificateAuthority !== void 0) {
      let data2 = data.certificateAuthority;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err8 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.serverName !== void 0 && typeof data.serverName != "string") {
      let err10 = { instancePath: instancePath + "/serverName", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate215.errors = vErrors, errors === 0;
}
validate215.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate214(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate214.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "address" || key0 === "port" || key0 === "protocol" || key0 === "tls")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err1 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/Host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    if (data.protocol !== void 0) {
      let data2 = data.protocol;
      if (!(data2 === "delta" || data2 === "state-of-the-world")) {
        let err5 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema288.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    data.tls !== void 0 && (validate215(data.tls, { instancePath: instancePath + "/tls", parentData: data, parentDataProperty: "tls", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors), errors = vErrors.length));
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate214.errors = vErrors, errors === 0;
}
validate214.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate152.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "Gateway") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Gateway" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.listeners === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "listeners" }, message: "must have required property 'listeners'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "nodes" || key1 === "listeners" || key1 === "http" || key1 === "filters" || key1 === "accessLog" || key1 === "admin" || key1 === "overload" || key1 === "relay")) {
            let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        if (data3.nodes !== void 0 && (validate154(data3.nodes, { instancePath: instancePath + "/spec/nodes", parentData: data3, parentDataProperty: "nodes", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors), errors = vErrors.length)), data3.listeners !== void 0) {
          let data5 = data3.listeners;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              let err9 = { instancePath: instancePath + "/spec/listeners", schemaPath: "#/properties/spec/properties/listeners/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            let len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate156(data5[i0], { instancePath: instancePath + "/spec/listeners/" + i0, parentData: data5, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors), errors = vErrors.length);
          } else {
            let err10 = { instancePath: instancePath + "/spec/listeners", schemaPath: "#/properties/spec/properties/listeners/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data3.http !== void 0 && (validate170(data3.http, { instancePath: instancePath + "/spec/http", parentData: data3, parentDataProperty: "http", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors), errors = vErrors.length)), data3.filters !== void 0 && (validate172(data3.filters, { instancePath: instancePath + "/spec/filters", parentData: data3, parentDataProperty: "filters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors), errors = vErrors.length)), data3.accessLog !== void 0) {
          let data9 = data3.accessLog;
          if (Array.isArray(data9)) {
            let len1 = data9.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data10 = data9[i1];
              if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                for (let key2 in data10)
                  if (!(key2 === "path" || key2 === "format" || key2 === "fields" || key2 === "template")) {
                    let err11 = { instancePath: instancePath + "/spec/accessLog/" + i1, schemaPath: "#/$defs/AccessLog/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                  }
                if (data10.path !== void 0) {
                  let data11 = data10.path;
                  if (typeof data11 == "string") {
                    if (func4(data11) < 1) {
                      let err12 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/path", schemaPath: "#/$defs/AccessLog/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                    }
                  } else {
                    let err13 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/path", schemaPath: "#/$defs/AccessLog/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                  }
                }
                if (data10.format !== void 0) {
                  let data12 = data10.format;
                  if (!(data12 === "json" || data12 === "text")) {
                    let err14 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/format", schemaPath: "#/$defs/AccessLog/properties/format/enum", keyword: "enum", params: { allowedValues: schema283.properties.format.enum }, message: "must be equal to one of the allowed values" };
                    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                  }
                }
                if (data10.fields !== void 0) {
                  let data13 = data10.fields;
                  if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                    if (Object.keys(data13).length < 1) {
                      let err15 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/fields", schemaPath: "#/$defs/AccessLog/properties/fields/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                    }
                    for (let key3 in data13)
                      if (typeof data13[key3] != "string") {
                        let err16 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AccessLog/properties/fields/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                      }
                  } else {
                    let err17 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/fields", schemaPath: "#/$defs/AccessLog/properties/fields/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                  }
                }
                if (data10.template !== void 0) {
                  let data15 = data10.template;
                  if (typeof data15 == "string") {
                    if (func4(data15) < 1) {
                      let err18 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/template", schemaPath: "#/$defs/AccessLog/properties/template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                    }
                  } else {
                    let err19 = { instancePath: instancePath + "/spec/accessLog/" + i1 + "/template", schemaPath: "#/$defs/AccessLog/properties/template/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                  }
                }
              } else {
                let err20 = { instancePath: instancePath + "/spec/accessLog/" + i1, schemaPath: "#/$defs/AccessLog/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            }
          } else {
            let err21 = { instancePath: instancePath + "/spec/accessLog", schemaPath: "#/properties/spec/properties/accessLog/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        data3.admin !== void 0 && (validate210(data3.admin, { instancePath: instancePath + "/spec/admin", parentData: data3, parentDataProperty: "admin", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate210.errors : vErrors.concat(validate210.errors), errors = vErrors.length)), data3.overload !== void 0 && (validate212(data3.overload, { instancePath: instancePath + "/spec/overload", parentData: data3, parentDataProperty: "overload", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate212.errors : vErrors.concat(validate212.errors), errors = vErrors.length)), data3.relay !== void 0 && (validate214(data3.relay, { instancePath: instancePath + "/spec/relay", parentData: data3, parentDataProperty: "relay", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate214.errors : vErrors.concat(validate214.errors), errors = vErrors.length));
      } else {
        let err22 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate152.errors = vErrors, errors === 0;
}
validate152.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var RateLimit = validate218;
var schema295 = { title: "RateLimitDescriptor", type: "object", description: "A descriptor entry, its limit, and the entries that may follow it.", additionalProperties: !1, required: ["key"], properties: { key: { type: "string", minLength: 1, description: "The entry's key.", examples: ["remote_address"] }, value: { type: "string", minLength: 1, description: "The entry's value, or its beginning followed by `*`, which counts all of them together. If left out, each value has its own count.", examples: ["10.0.0.1", "10.0.*"] }, limit: { title: "RateLimitPolicy", type: "object", description: "How much is allowed; if left out, this entry only leads to those that follow. Give exactly one of `requests` and `unlimited`.", additionalProperties: !1, exactlyOne: ["requests", "unlimited"], properties: { requests: { type: "integer", minimum: 0, maximum: 4294967295, description: "Requests in a unit of time; needs `unit`.", examples: [100] }, unit: { enum: ["second", "minute", "hour", "day"], description: "The unit of time, for `requests`. Counts begin anew with each full unit, in UTC.", examples: ["minute"] }, unlimited: { const: !0, description: "Everything is allowed, for example to one value of an entry whose other values are limited." }, name: { type: "string", minLength: 1, description: "A name by which other limits can replace this one; the service shows it in its metrics and in `x-ratelimit-limit`.", examples: ["per-user"] }, replaces: { type: "array", minItems: 1, uniqueItems: !0, description: "Names of limits that do not count for a request for which this one does.", items: { type: "string", minLength: 1 }, examples: [["per-user"]] } } }, shadow: { type: "boolean", default: !1, description: "Whether the limit is only counted, never enforced." }, detailedMetric: { type: "boolean", default: !1, description: "Whether the service's metrics tell the values of this entry apart, even where `value` is left out." }, descriptors: { type: "array", default: [], description: "Entries that may follow this one.", items: { $ref: "#/$defs/RateLimitDescriptor" } } } }, wrapper0 = { validate: validate220 };
function validate220(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate220.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.key === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "key" || key0 === "value" || key0 === "limit" || key0 === "shadow" || key0 === "detailedMetric" || key0 === "descriptors")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.key !== void 0) {
      let data0 = data.key;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err2 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.value !== void 0) {
      let data1 = data.value;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err4 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.limit !== void 0) {
      let data2 = data.limit;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (!(key1 === "requests" || key1 === "unit" || key1 === "unlimited" || key1 === "name" || key1 === "replaces")) {
            let err6 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data2.requests !== void 0) {
          let data3 = data2.requests;
          if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
            let err7 = { instancePath: instancePath + "/limit/requests", schemaPath: "#/properties/limit/properties/requests/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
          if (typeof data3 == "number" && isFinite(data3)) {
            if (data3 > 4294967295 || isNaN(data3)) {
              let err8 = { instancePath: instancePath + "/limit/requests", schemaPath: "#/properties/limit/properties/requests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (data3 < 0 || isNaN(data3)) {
              let err9 = { instancePath: instancePath + "/limit/requests", schemaPath: "#/properties/limit/properties/requests/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          }
        }
        if (data2.unit !== void 0) {
          let data4 = data2.unit;
          if (!(data4 === "second" || data4 === "minute" || data4 === "hour" || data4 === "day")) {
            let err10 = { instancePath: instancePath + "/limit/unit", schemaPath: "#/properties/limit/properties/unit/enum", keyword: "enum", params: { allowedValues: schema295.properties.limit.properties.unit.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data2.unlimited !== void 0 && data2.unlimited !== !0) {
          let err11 = { instancePath: instancePath + "/limit/unlimited", schemaPath: "#/properties/limit/properties/unlimited/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data2.name !== void 0) {
          let data6 = data2.name;
          if (typeof data6 == "string") {
            if (func4(data6) < 1) {
              let err12 = { instancePath: instancePath + "/limit/name", schemaPath: "#/properties/limit/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          } else {
            let err13 = { instancePath: instancePath + "/limit/name", schemaPath: "#/properties/limit/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data2.replaces !== void 0) {
          let data7 = data2.replaces;
          if (Array.isArray(data7)) {
            if (data7.length < 1) {
              let err14 = { instancePath: instancePath + "/limit/replaces", schemaPath: "#/properties/limit/properties/replaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            let len0 = data7.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data8 = data7[i0];
              if (typeof data8 == "string") {
                if (func4(data8) < 1) {
                  let err15 = { instancePath: instancePath + "/limit/replaces/" + i0, schemaPath: "#/properties/limit/properties/replaces/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                }
              } else {
                let err16 = { instancePath: instancePath + "/limit/replaces/" + i0, schemaPath: "#/properties/limit/properties/replaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
            let i1 = data7.length, j0;
            if (i1 > 1) {
              let indices0 = {};
              for (; i1--; ) {
                let item0 = data7[i1];
                if (typeof item0 == "string") {
                  if (typeof indices0[item0] == "number") {
                    j0 = indices0[item0];
                    let err17 = { instancePath: instancePath + "/limit/replaces", schemaPath: "#/properties/limit/properties/replaces/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                    break;
                  }
                  indices0[item0] = i1;
                }
              }
            }
          } else {
            let err18 = { instancePath: instancePath + "/limit/replaces", schemaPath: "#/properties/limit/properties/replaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.shadow !== void 0 && typeof data.shadow != "boolean") {
      let err20 = { instancePath: instancePath + "/shadow", schemaPath: "#/properties/shadow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.detailedMetric !== void 0 && typeof data.detailedMetric != "boolean") {
      let err21 = { instancePath: instancePath + "/detailedMetric", schemaPath: "#/properties/detailedMetric/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.descriptors !== void 0) {
      let data11 = data.descriptors;
      if (Array.isArray(data11)) {
        let len1 = data11.length;
        for (let i2 = 0; i2 < len1; i2++)
          wrapper0.validate(data11[i2], { instancePath: instancePath + "/descriptors/" + i2, parentData: data11, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
      } else {
        let err22 = { instancePath: instancePath + "/descriptors", schemaPath: "#/properties/descriptors/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate220.errors = vErrors, errors === 0;
}
validate220.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate218(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate218.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "RateLimit") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "RateLimit" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.gateways === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "gateways" }, message: "must have required property 'gateways'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.domain === void 0) {
          let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3.descriptors === void 0) {
          let err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "descriptors" }, message: "must have required property 'descriptors'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "gateways" || key1 === "domain" || key1 === "descriptors")) {
            let err10 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        if (data3.gateways !== void 0) {
          let data4 = data3.gateways;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              let err11 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 == "string") {
                if (!pattern13.test(data5)) {
                  let err12 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
              } else {
                let err13 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
              }
            }
            let i1 = data4.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data4[i1], data4[j0])) {
                      let err14 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                      break outer0;
                    }
            }
          } else {
            let err15 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        if (data3.domain !== void 0) {
          let data6 = data3.domain;
          if (typeof data6 == "string") {
            if (func4(data6) < 1) {
              let err16 = { instancePath: instancePath + "/spec/domain", schemaPath: "#/properties/spec/properties/domain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/spec/domain", schemaPath: "#/properties/spec/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
        if (data3.descriptors !== void 0) {
          let data7 = data3.descriptors;
          if (Array.isArray(data7)) {
            if (data7.length < 1) {
              let err18 = { instancePath: instancePath + "/spec/descriptors", schemaPath: "#/properties/spec/properties/descriptors/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            let len1 = data7.length;
            for (let i2 = 0; i2 < len1; i2++)
              validate220(data7[i2], { instancePath: instancePath + "/spec/descriptors/" + i2, parentData: data7, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate220.errors : vErrors.concat(validate220.errors), errors = vErrors.length);
          } else {
            let err19 = { instancePath: instancePath + "/spec/descriptors", schemaPath: "#/properties/spec/properties/descriptors/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate218.errors = vErrors, errors === 0;
}
validate218.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Route = validate222;
function validate225(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate225.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 == "string") {
        if (!pattern6.test(data0)) {
          let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/FilterName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
        }
      } else {
        let err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/FilterName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      outer0:
        for (; i1--; )
          for (j0 = i1; j0--; )
            if (func0(data[i1], data[j0])) {
              let err2 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
              break outer0;
            }
    }
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate225.errors = vErrors, errors === 0;
}
validate225.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern125 = new RegExp("^/", "u");
function validate229(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate229.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "exact" || key0 === "prefix" || key0 === "regex" || key0 === "template" || key0 === "ignoreCase")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.exact !== void 0) {
      let data0 = data.exact;
      if (typeof data0 == "string") {
        if (!pattern40.test(data0)) {
          let err1 = { instancePath: instancePath + "/exact", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/exact", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.prefix !== void 0) {
      let data1 = data.prefix;
      if (typeof data1 == "string") {
        if (!pattern40.test(data1)) {
          let err3 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data2 = data.regex;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err5 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.template !== void 0) {
      let data3 = data.template;
      if (typeof data3 == "string") {
        if (!pattern125.test(data3)) {
          let err7 = { instancePath: instancePath + "/template", schemaPath: "#/$defs/PathTemplate/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/template", schemaPath: "#/$defs/PathTemplate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err9 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate229.errors = vErrors, errors === 0;
}
validate229.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate232(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate232.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "exact" || key0 === "prefix" || key0 === "suffix" || key0 === "contains" || key0 === "regex" || key0 === "present" || key0 === "ignoreCase")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (func4(data0) > 1024) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func4(data0) < 1) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.exact !== void 0 && typeof data.exact != "string") {
      let err5 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.prefix !== void 0) {
      let data2 = data.prefix;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err6 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.suffix !== void 0) {
      let data3 = data.suffix;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err8 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.contains !== void 0) {
      let data4 = data.contains;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err10 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data5 = data.regex;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err12 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        let err13 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.present !== void 0 && typeof data.present != "boolean") {
      let err14 = { instancePath: instancePath + "/present", schemaPath: "#/properties/present/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err15 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate232.errors = vErrors, errors === 0;
}
validate232.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate228(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate228.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "path" || key0 === "methods" || key0 === "headers" || key0 === "queryParameters")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.path !== void 0 && (validate229(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate229.errors : vErrors.concat(validate229.errors), errors = vErrors.length)), data.methods !== void 0) {
      let data1 = data.methods;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err1 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (!pattern94.test(data2)) {
              let err2 = { instancePath: instancePath + "/methods/" + i0, schemaPath: "#/properties/methods/items/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z-]*$" }, message: 'must match pattern "^[A-Z][A-Z-]*$"' };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = { instancePath: instancePath + "/methods/" + i0, schemaPath: "#/properties/methods/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        let i1 = data1.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data1[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err4 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data3 = data.headers;
      if (Array.isArray(data3)) {
        let len1 = data3.length;
        for (let i2 = 0; i2 < len1; i2++)
          validate95(data3[i2], { instancePath: instancePath + "/headers/" + i2, parentData: data3, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.queryParameters !== void 0) {
      let data5 = data.queryParameters;
      if (Array.isArray(data5)) {
        let len2 = data5.length;
        for (let i3 = 0; i3 < len2; i3++)
          validate232(data5[i3], { instancePath: instancePath + "/queryParameters/" + i3, parentData: data5, parentDataProperty: i3, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate232.errors : vErrors.concat(validate232.errors), errors = vErrors.length);
      } else {
        let err7 = { instancePath: instancePath + "/queryParameters", schemaPath: "#/properties/queryParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate228.errors = vErrors, errors === 0;
}
validate228.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate238(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate238.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.upstream === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "upstream" || key0 === "weight")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.upstream !== void 0) {
      let data0 = data.upstream;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          let err2 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.weight !== void 0) {
      let data1 = data.weight;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1e6 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate238.errors = vErrors, errors === 0;
}
validate238.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate240(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate240.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.upstream === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upstream" }, message: "must have required property 'upstream'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "upstream" || key0 === "percentage")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.upstream !== void 0) {
      let data0 = data.upstream;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          let err2 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.percentage !== void 0) {
      let data1 = data.percentage;
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 100 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/percentage", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate240.errors = vErrors, errors === 0;
}
validate240.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate243(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate243.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "prefix" || key0 === "full" || key0 === "regex" || key0 === "template")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.prefix !== void 0) {
      let data0 = data.prefix;
      if (typeof data0 == "string") {
        if (!pattern40.test(data0)) {
          let err1 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.full !== void 0) {
      let data1 = data.full;
      if (typeof data1 == "string") {
        if (!pattern40.test(data1)) {
          let err3 = { instancePath: instancePath + "/full", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/full", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.regex !== void 0 && (validate58(data.regex, { instancePath: instancePath + "/regex", parentData: data, parentDataProperty: "regex", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors), errors = vErrors.length)), data.template !== void 0) {
      let data3 = data.template;
      if (typeof data3 == "string") {
        if (!pattern125.test(data3)) {
          let err5 = { instancePath: instancePath + "/template", schemaPath: "#/$defs/PathTemplate/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/template", schemaPath: "#/$defs/PathTemplate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate243.errors = vErrors, errors === 0;
}
validate243.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate246(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate246.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "literal" || key0 === "header" || key0 === "fromUpstream")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.literal !== void 0) {
      let data0 = data.literal;
      if (typeof data0 == "string") {
        if (func4(data0) < 1) {
          let err1 = { instancePath: instancePath + "/literal", schemaPath: "#/properties/literal/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/literal", schemaPath: "#/properties/literal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err3 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.fromUpstream !== void 0 && data.fromUpstream !== !0) {
      let err4 = { instancePath: instancePath + "/fromUpstream", schemaPath: "#/properties/fromUpstream/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  } else {
    let err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate246.errors = vErrors, errors === 0;
}
validate246.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate242.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "path" || key0 === "host")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    data.path !== void 0 && (validate243(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate243.errors : vErrors.concat(validate243.errors), errors = vErrors.length)), data.host !== void 0 && (validate246(data.host, { instancePath: instancePath + "/host", parentData: data, parentDataProperty: "host", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate246.errors : vErrors.concat(validate246.errors), errors = vErrors.length));
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate242.errors = vErrors, errors === 0;
}
validate242.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema326 = { type: "object", description: "When and how often to try again.", additionalProperties: !1, properties: { attempts: { type: "integer", minimum: 1, maximum: 100, default: 1, description: "How many more times to try." }, on: { type: "array", minItems: 1, uniqueItems: !0, default: ["connect-failure", "refused-stream", "reset"], description: "What counts as a failure, in Envoy's `x-envoy-retry-on` terms.", items: { enum: ["5xx", "gateway-error", "reset", "reset-before-request", "connect-failure", "envoy-ratelimited", "retriable-4xx", "refused-stream", "retriable-status-codes", "http3-post-connect-failure", "cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable"] }, examples: [["5xx", "connect-failure"]] }, statusCodes: { type: "array", default: [], uniqueItems: !0, description: "Status codes that also count as failures.", items: { $ref: "#/$defs/StatusCode" }, examples: [[503]] }, perTryTimeout: { $ref: "#/$defs/Duration", description: "How long one try may take; the route's timeout, if left out." }, backOff: { type: "object", description: "How long to wait before trying again.", additionalProperties: !1, properties: { base: { $ref: "#/$defs/PositiveDuration", default: "25ms", description: "The first wait, on average; each further one doubles." }, maximum: { $ref: "#/$defs/PositiveDuration", default: "250ms", description: "The longest wait." } } } } };
function validate249(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate249.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "attempts" || key0 === "on" || key0 === "statusCodes" || key0 === "perTryTimeout" || key0 === "backOff")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.attempts !== void 0) {
      let data0 = data.attempts;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.on !== void 0) {
      let data1 = data.on;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err4 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (!(data2 === "5xx" || data2 === "gateway-error" || data2 === "reset" || data2 === "reset-before-request" || data2 === "connect-failure" || data2 === "envoy-ratelimited" || data2 === "retriable-4xx" || data2 === "refused-stream" || data2 === "retriable-status-codes" || data2 === "http3-post-connect-failure" || data2 === "cancelled" || data2 === "deadline-exceeded" || data2 === "internal" || data2 === "resource-exhausted" || data2 === "unavailable")) {
            let err5 = { instancePath: instancePath + "/on/" + i0, schemaPath: "#/properties/on/items/enum", keyword: "enum", params: { allowedValues: schema326.properties.on.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        let i1 = data1.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data1[i1], data1[j0])) {
                  let err6 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                  break outer0;
                }
        }
      } else {
        let err7 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.statusCodes !== void 0) {
      let data3 = data.statusCodes;
      if (Array.isArray(data3)) {
        let len1 = data3.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data4 = data3[i2];
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            let err8 = { instancePath: instancePath + "/statusCodes/" + i2, schemaPath: "#/$defs/StatusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 599 || isNaN(data4)) {
              let err9 = { instancePath: instancePath + "/statusCodes/" + i2, schemaPath: "#/$defs/StatusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data4 < 200 || isNaN(data4)) {
              let err10 = { instancePath: instancePath + "/statusCodes/" + i2, schemaPath: "#/$defs/StatusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 }, message: "must be >= 200" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          }
        }
        let i3 = data3.length, j1;
        if (i3 > 1) {
          outer1:
            for (; i3--; )
              for (j1 = i3; j1--; )
                if (func0(data3[i3], data3[j1])) {
                  let err11 = { instancePath: instancePath + "/statusCodes", schemaPath: "#/properties/statusCodes/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                  break outer1;
                }
        }
      } else {
        let err12 = { instancePath: instancePath + "/statusCodes", schemaPath: "#/properties/statusCodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.perTryTimeout !== void 0) {
      let data5 = data.perTryTimeout;
      if (typeof data5 == "string") {
        if (!pattern7.test(data5)) {
          let err13 = { instancePath: instancePath + "/perTryTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        let err14 = { instancePath: instancePath + "/perTryTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.backOff !== void 0) {
      let data6 = data.backOff;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key1 in data6)
          if (!(key1 === "base" || key1 === "maximum")) {
            let err15 = { instancePath: instancePath + "/backOff", schemaPath: "#/properties/backOff/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        if (data6.base !== void 0) {
          let data7 = data6.base;
          if (typeof data7 == "string") {
            if (!pattern7.test(data7)) {
              let err16 = { instancePath: instancePath + "/backOff/base", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/backOff/base", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
        if (data6.maximum !== void 0) {
          let data8 = data6.maximum;
          if (typeof data8 == "string") {
            if (!pattern7.test(data8)) {
              let err18 = { instancePath: instancePath + "/backOff/maximum", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
          } else {
            let err19 = { instancePath: instancePath + "/backOff/maximum", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        let err20 = { instancePath: instancePath + "/backOff", schemaPath: "#/properties/backOff/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate249.errors = vErrors, errors === 0;
}
validate249.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate251(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate251.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "header" || key0 === "cookie" || key0 === "queryParameter" || key0 === "sourceAddress" || key0 === "terminal")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.header !== void 0 && typeof data.header != "string") {
      let err1 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/HeaderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.cookie !== void 0) {
      let data1 = data.cookie;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.name === void 0) {
          let err2 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        for (let key1 in data1)
          if (!(key1 === "name" || key1 === "ttl" || key1 === "path")) {
            let err3 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        if (data1.name !== void 0) {
          let data2 = data1.name;
          if (typeof data2 == "string") {
            if (func4(data2) < 1) {
              let err4 = { instancePath: instancePath + "/cookie/name", schemaPath: "#/properties/cookie/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/cookie/name", schemaPath: "#/properties/cookie/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        if (data1.ttl !== void 0) {
          let data3 = data1.ttl;
          if (typeof data3 == "string") {
            if (!pattern7.test(data3)) {
              let err6 = { instancePath: instancePath + "/cookie/ttl", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          } else {
            let err7 = { instancePath: instancePath + "/cookie/ttl", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
        if (data1.path !== void 0) {
          let data4 = data1.path;
          if (typeof data4 == "string") {
            if (!pattern40.test(data4)) {
              let err8 = { instancePath: instancePath + "/cookie/path", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/cookie/path", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
      } else {
        let err10 = { instancePath: instancePath + "/cookie", schemaPath: "#/properties/cookie/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.queryParameter !== void 0) {
      let data5 = data.queryParameter;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err11 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/queryParameter", schemaPath: "#/properties/queryParameter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.sourceAddress !== void 0 && data.sourceAddress !== !0) {
      let err13 = { instancePath: instancePath + "/sourceAddress", schemaPath: "#/properties/sourceAddress/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.terminal !== void 0 && typeof data.terminal != "boolean") {
      let err14 = { instancePath: instancePath + "/terminal", schemaPath: "#/properties/terminal/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate251.errors = vErrors, errors === 0;
}
validate251.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate237(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate237.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "upstream" || key0 === "upstreams" || key0 === "mirrors" || key0 === "rewrite" || key0 === "timeout" || key0 === "idleTimeout" || key0 === "retry" || key0 === "hashOn")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.upstream !== void 0) {
      let data0 = data.upstream;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          let err1 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/upstream", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.upstreams !== void 0) {
      let data1 = data.upstreams;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err3 = { instancePath: instancePath + "/upstreams", schemaPath: "#/properties/upstreams/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate238(data1[i0], { instancePath: instancePath + "/upstreams/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/upstreams", schemaPath: "#/properties/upstreams/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.mirrors !== void 0) {
      let data3 = data.mirrors;
      if (Array.isArray(data3)) {
        let len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate240(data3[i1], { instancePath: instancePath + "/mirrors/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate240.errors : vErrors.concat(validate240.errors), errors = vErrors.length);
      } else {
        let err5 = { instancePath: instancePath + "/mirrors", schemaPath: "#/properties/mirrors/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.rewrite !== void 0 && (validate242(data.rewrite, { instancePath: instancePath + "/rewrite", parentData: data, parentDataProperty: "rewrite", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors), errors = vErrors.length)), data.timeout !== void 0) {
      let data6 = data.timeout;
      if (typeof data6 == "string") {
        if (!pattern7.test(data6)) {
          let err6 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.idleTimeout !== void 0) {
      let data7 = data.idleTimeout;
      if (typeof data7 == "string") {
        if (!pattern7.test(data7)) {
          let err8 = { instancePath: instancePath + "/idleTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/idleTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.retry !== void 0 && (validate249(data.retry, { instancePath: instancePath + "/retry", parentData: data, parentDataProperty: "retry", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate249.errors : vErrors.concat(validate249.errors), errors = vErrors.length)), data.hashOn !== void 0) {
      let data9 = data.hashOn;
      if (Array.isArray(data9)) {
        let len2 = data9.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate251(data9[i2], { instancePath: instancePath + "/hashOn/" + i2, parentData: data9, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors), errors = vErrors.length);
      } else {
        let err10 = { instancePath: instancePath + "/hashOn", schemaPath: "#/properties/hashOn/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate237.errors = vErrors, errors === 0;
}
validate237.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema335 = { type: "object", description: "Answer with a redirect; what is not given stays as it was.", additionalProperties: !1, minProperties: 1, properties: { scheme: { enum: ["http", "https"], description: "The new scheme.", examples: ["https"] }, hostname: { $ref: "#/$defs/PreciseHostname", description: "The new host; its port is that of the scheme, unless `port` says another." }, port: { $ref: "#/$defs/Port", description: "The new port." }, path: { type: "object", description: "The new path. Give exactly one kind of change.", additionalProperties: !1, exactlyOne: ["prefix", "full", "regex"], properties: { prefix: { $ref: "#/$defs/Path", description: "Replaces what the `prefix` match has matched." }, full: { $ref: "#/$defs/Path", description: "Replaces the whole path." }, regex: { $ref: "#/$defs/RegexSubstitution", description: "Replaces what an expression matches." } } }, statusCode: { enum: [301, 302, 303, 307, 308], default: 301, description: "The status code.", examples: [308] }, stripQuery: { type: "boolean", default: !1, description: "Whether the query is dropped." } } };
function validate254(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate254.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "scheme" || key0 === "hostname" || key0 === "port" || key0 === "path" || key0 === "statusCode" || key0 === "stripQuery")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.scheme !== void 0) {
      let data0 = data.scheme;
      if (!(data0 === "http" || data0 === "https")) {
        let err2 = { instancePath: instancePath + "/scheme", schemaPath: "#/properties/scheme/enum", keyword: "enum", params: { allowedValues: schema335.properties.scheme.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.hostname !== void 0 && typeof data.hostname != "string") {
      let err3 = { instancePath: instancePath + "/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.port !== void 0) {
      let data2 = data.port;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 65535 || isNaN(data2)) {
          let err5 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.path !== void 0) {
      let data3 = data.path;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          if (!(key1 === "prefix" || key1 === "full" || key1 === "regex")) {
            let err7 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data3.prefix !== void 0) {
          let data4 = data3.prefix;
          if (typeof data4 == "string") {
            if (!pattern40.test(data4)) {
              let err8 = { instancePath: instancePath + "/path/prefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/path/prefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data3.full !== void 0) {
          let data5 = data3.full;
          if (typeof data5 == "string") {
            if (!pattern40.test(data5)) {
              let err10 = { instancePath: instancePath + "/path/full", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/path/full", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        data3.regex !== void 0 && (validate58(data3.regex, { instancePath: instancePath + "/path/regex", parentData: data3, parentDataProperty: "regex", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors), errors = vErrors.length));
      } else {
        let err12 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.statusCode !== void 0) {
      let data7 = data.statusCode;
      if (!(data7 === 301 || data7 === 302 || data7 === 303 || data7 === 307 || data7 === 308)) {
        let err13 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/enum", keyword: "enum", params: { allowedValues: schema335.properties.statusCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.stripQuery !== void 0 && typeof data.stripQuery != "boolean") {
      let err14 = { instancePath: instancePath + "/stripQuery", schemaPath: "#/properties/stripQuery/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate254.errors = vErrors, errors === 0;
}
validate254.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate257(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate257.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.statusCode === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "statusCode" }, message: "must have required property 'statusCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "statusCode" || key0 === "body" || key0 === "contentType")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.statusCode !== void 0) {
      let data0 = data.statusCode;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err2 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 599 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data0 < 200 || isNaN(data0)) {
          let err4 = { instancePath: instancePath + "/statusCode", schemaPath: "#/$defs/StatusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 }, message: "must be >= 200" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
    }
    if (data.body !== void 0) {
      let data1 = data.body;
      if (typeof data1 == "string") {
        if (func4(data1) > 1048576) {
          let err5 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/maxLength", keyword: "maxLength", params: { limit: 1048576 }, message: "must NOT have more than 1048576 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.contentType !== void 0 && typeof data.contentType != "string") {
      let err7 = { instancePath: instancePath + "/contentType", schemaPath: "#/$defs/HeaderValue/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    let err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate257.errors = vErrors, errors === 0;
}
validate257.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate227(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate227.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "match" || key0 === "filters" || key0 === "disableFilters" || key0 === "forward" || key0 === "redirect" || key0 === "respond")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (!pattern4.test(data0)) {
          let err1 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    data.match !== void 0 && (validate228(data.match, { instancePath: instancePath + "/match", parentData: data, parentDataProperty: "match", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors), errors = vErrors.length)), data.filters !== void 0 && (validate172(data.filters, { instancePath: instancePath + "/filters", parentData: data, parentDataProperty: "filters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors), errors = vErrors.length)), data.disableFilters !== void 0 && (validate225(data.disableFilters, { instancePath: instancePath + "/disableFilters", parentData: data, parentDataProperty: "disableFilters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors), errors = vErrors.length)), data.forward !== void 0 && (validate237(data.forward, { instancePath: instancePath + "/forward", parentData: data, parentDataProperty: "forward", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate237.errors : vErrors.concat(validate237.errors), errors = vErrors.length)), data.redirect !== void 0 && (validate254(data.redirect, { instancePath: instancePath + "/redirect", parentData: data, parentDataProperty: "redirect", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate254.errors : vErrors.concat(validate254.errors), errors = vErrors.length)), data.respond !== void 0 && (validate257(data.respond, { instancePath: instancePath + "/respond", parentData: data, parentDataProperty: "respond", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate257.errors : vErrors.concat(validate257.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate227.errors = vErrors, errors === 0;
}
validate227.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate222.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "Route") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Route" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.virtualHosts === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "virtualHosts" }, message: "must have required property 'virtualHosts'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.routes === void 0) {
          let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "routes" }, message: "must have required property 'routes'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "virtualHosts" || key1 === "filters" || key1 === "disableFilters" || key1 === "routes")) {
            let err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        if (data3.virtualHosts !== void 0) {
          let data4 = data3.virtualHosts;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              let err10 = { instancePath: instancePath + "/spec/virtualHosts", schemaPath: "#/properties/spec/properties/virtualHosts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 == "string") {
                if (!pattern13.test(data5)) {
                  let err11 = { instancePath: instancePath + "/spec/virtualHosts/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
              } else {
                let err12 = { instancePath: instancePath + "/spec/virtualHosts/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
              }
            }
            let i1 = data4.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data4[i1], data4[j0])) {
                      let err13 = { instancePath: instancePath + "/spec/virtualHosts", schemaPath: "#/properties/spec/properties/virtualHosts/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                      break outer0;
                    }
            }
          } else {
            let err14 = { instancePath: instancePath + "/spec/virtualHosts", schemaPath: "#/properties/spec/properties/virtualHosts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data3.filters !== void 0 && (validate172(data3.filters, { instancePath: instancePath + "/spec/filters", parentData: data3, parentDataProperty: "filters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors), errors = vErrors.length)), data3.disableFilters !== void 0 && (validate225(data3.disableFilters, { instancePath: instancePath + "/spec/disableFilters", parentData: data3, parentDataProperty: "disableFilters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors), errors = vErrors.length)), data3.routes !== void 0) {
          let data8 = data3.routes;
          if (Array.isArray(data8)) {
            if (data8.length < 1) {
              let err15 = { instancePath: instancePath + "/spec/routes", schemaPath: "#/properties/spec/properties/routes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            let len1 = data8.length;
            for (let i2 = 0; i2 < len1; i2++)
              validate227(data8[i2], { instancePath: instancePath + "/spec/routes/" + i2, parentData: data8, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate227.errors : vErrors.concat(validate227.errors), errors = vErrors.length);
          } else {
            let err16 = { instancePath: instancePath + "/spec/routes", schemaPath: "#/properties/spec/properties/routes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        let err17 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    let err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate222.errors = vErrors, errors === 0;
}
validate222.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Secret = validate260, schema343 = { title: "Secret", type: "object", description: "A reference to a secret that lies elsewhere. The value is never part of a document: the relay fetches it and hands it to the Envoys that need it.", additionalProperties: !1, required: ["apiVersion", "kind", "metadata", "spec"], properties: { apiVersion: { const: "enroute.dev/v1", description: "The version of the model." }, kind: { const: "Secret", description: "The kind of document." }, metadata: { $ref: "#/$defs/Metadata" }, spec: { title: "SecretSpec", type: "object", description: "What the secret is and where it lies. Give exactly one of `file` and `environment`.", additionalProperties: !1, required: ["type"], exactlyOne: ["file", "environment"], properties: { type: { enum: ["tls-certificate", "certificate-authority", "api-keys", "generic"], description: "A certificate with its private key, the certificates of authorities, API keys as lines of the form `client:key` (empty ones, and those that begin with `#`, do not count), or some other text.", examples: ["tls-certificate"] }, file: { $ref: "#/$defs/SecretSource", description: "Files on the relay's machine, read again when they change." }, environment: { $ref: "#/$defs/SecretSource", description: "Environment variables of the relay." } } } }, examples: [{ apiVersion: "enroute.dev/v1", kind: "Secret", metadata: { name: "shop-tls" }, spec: { type: "tls-certificate", file: { certificateChain: "/etc/enroute/shop.crt", privateKey: "/etc/enroute/shop.key" } } }] };
function validate260(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate260.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "Secret") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Secret" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.type === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "type" || key1 === "file" || key1 === "environment")) {
            let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        if (data3.type !== void 0) {
          let data4 = data3.type;
          if (!(data4 === "tls-certificate" || data4 === "certificate-authority" || data4 === "api-keys" || data4 === "generic")) {
            let err9 = { instancePath: instancePath + "/spec/type", schemaPath: "#/properties/spec/properties/type/enum", keyword: "enum", params: { allowedValues: schema343.properties.spec.properties.type.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data3.file !== void 0) {
          let data5 = data3.file;
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (Object.keys(data5).length < 1) {
              let err10 = { instancePath: instancePath + "/spec/file", schemaPath: "#/$defs/SecretSource/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            for (let key2 in data5)
              if (!(key2 === "certificateChain" || key2 === "privateKey" || key2 === "value")) {
                let err11 = { instancePath: instancePath + "/spec/file", schemaPath: "#/$defs/SecretSource/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            if (data5.certificateChain !== void 0) {
              let data6 = data5.certificateChain;
              if (typeof data6 == "string") {
                if (func4(data6) < 1) {
                  let err12 = { instancePath: instancePath + "/spec/file/certificateChain", schemaPath: "#/$defs/SecretSource/properties/certificateChain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
              } else {
                let err13 = { instancePath: instancePath + "/spec/file/certificateChain", schemaPath: "#/$defs/SecretSource/properties/certificateChain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
              }
            }
            if (data5.privateKey !== void 0) {
              let data7 = data5.privateKey;
              if (typeof data7 == "string") {
                if (func4(data7) < 1) {
                  let err14 = { instancePath: instancePath + "/spec/file/privateKey", schemaPath: "#/$defs/SecretSource/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
              } else {
                let err15 = { instancePath: instancePath + "/spec/file/privateKey", schemaPath: "#/$defs/SecretSource/properties/privateKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
            if (data5.value !== void 0) {
              let data8 = data5.value;
              if (typeof data8 == "string") {
                if (func4(data8) < 1) {
                  let err16 = { instancePath: instancePath + "/spec/file/value", schemaPath: "#/$defs/SecretSource/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                }
              } else {
                let err17 = { instancePath: instancePath + "/spec/file/value", schemaPath: "#/$defs/SecretSource/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
              }
            }
          } else {
            let err18 = { instancePath: instancePath + "/spec/file", schemaPath: "#/$defs/SecretSource/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data3.environment !== void 0) {
          let data9 = data3.environment;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (Object.keys(data9).length < 1) {
              let err19 = { instancePath: instancePath + "/spec/environment", schemaPath: "#/$defs/SecretSource/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            for (let key3 in data9)
              if (!(key3 === "certificateChain" || key3 === "privateKey" || key3 === "value")) {
                let err20 = { instancePath: instancePath + "/spec/environment", schemaPath: "#/$defs/SecretSource/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            if (data9.certificateChain !== void 0) {
              let data10 = data9.certificateChain;
              if (typeof data10 == "string") {
                if (func4(data10) < 1) {
                  let err21 = { instancePath: instancePath + "/spec/environment/certificateChain", schemaPath: "#/$defs/SecretSource/properties/certificateChain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                }
              } else {
                let err22 = { instancePath: instancePath + "/spec/environment/certificateChain", schemaPath: "#/$defs/SecretSource/properties/certificateChain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            }
            if (data9.privateKey !== void 0) {
              let data11 = data9.privateKey;
              if (typeof data11 == "string") {
                if (func4(data11) < 1) {
                  let err23 = { instancePath: instancePath + "/spec/environment/privateKey", schemaPath: "#/$defs/SecretSource/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                }
              } else {
                let err24 = { instancePath: instancePath + "/spec/environment/privateKey", schemaPath: "#/$defs/SecretSource/properties/privateKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
            }
            if (data9.value !== void 0) {
              let data12 = data9.value;
              if (typeof data12 == "string") {
                if (func4(data12) < 1) {
                  let err25 = { instancePath: instancePath + "/spec/environment/value", schemaPath: "#/$defs/SecretSource/properties/value/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                }
              } else {
                let err26 = { instancePath: instancePath + "/spec/environment/value", schemaPath: "#/$defs/SecretSource/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
              }
            }
          } else {
            let err27 = { instancePath: instancePath + "/spec/environment", schemaPath: "#/$defs/SecretSource/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
      } else {
        let err28 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
  } else {
    let err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
  }
  return validate260.errors = vErrors, errors === 0;
}
validate260.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var TcpRoute = validate262;
var schema352 = { title: "ClientValidation", type: "object", description: "Which client certificates are accepted. Give exactly one of `secret` and `inline`.", additionalProperties: !1, exactlyOne: ["secret", "inline"], properties: { mode: { enum: ["required", "optional"], default: "required", description: "Whether a client must show a certificate, or may. A certificate that is not accepted ends the connection either way." }, secret: { $ref: "#/$defs/Reference", reference: "Secret", description: "A Secret of type `certificate-authority`: who must have issued the certificate." }, inline: { type: "string", format: "pem-certificates", description: "Certificates of authorities, PEM. They are public; a private key here is refused.", examples: [`-----BEGIN CERTIFICATE-----
MIIBgTCCASegAwIBAgIUERwcMdFnlrfnf1THjovMAsMu8YIwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKRXhhbXBsZSBDQTAgFw0yNjExMjUwMDI4MTVaGA8yMTI2MTEw
MTAwMjgxNVowFTETMBEGA1UEAwwKRXhhbXBsZSBDQTBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABL84RpOF/ipxrVixykXG+6tinTp5Hppih3U32YdIj+i6eRkmtAPp
Ilbj7npRIm9AKEPjv1qPJQW7YqWfVS9bNxujUzBRMB0GA1UdDgQWBBTU/pARfvs3
gDPALAQUm9l1MpMR2zAfBgNVHSMEGDAWgBTU/pARfvs3gDPALAQUm9l1MpMR2zAP
BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDrr2ap0MAQjQMgxxvF
qnPEYjEdeYgo/gBuzkrzR1+8pwIgOtDu1EbvVJGqxs2pEx9YFOVJdEexJvpLhK3y
fu4TLGQ=
-----END CERTIFICATE-----
`] }, subjectAltNames: { type: "array", minItems: 1, description: "Names of which the certificate must have one; any, if left out.", items: { $ref: "#/$defs/CertificateName" }, examples: [[{ type: "uri", prefix: "spiffe://example.com/" }]] }, certificateHashes: { type: "array", minItems: 1, uniqueItems: !0, description: "Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.", items: { type: "string", pattern: "^[0-9a-f]{64}$", description: "The SHA-256 of the certificate in DER, in lower-case hexadecimal." }, examples: [["df6ff72fe9116521268f6f2dd4966f51df479883fe7037b39f75916ac3049d1a"]] }, publicKeyHashes: { type: "array", minItems: 1, uniqueItems: !0, description: "Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.", items: { type: "string", pattern: "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$", description: "The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64." }, examples: [["NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A="]] }, revocationLists: { type: "string", format: "pem-revocation-lists", description: "Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it nobody is accepted.", examples: [`-----BEGIN X509 CRL-----
MIHBMGoCAQEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAxMKRXhhbXBsZSBDQRcNMjYx
MTI1MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMCIwIAIBARcNMjYxMTI1MDAwMDAw
WjAMMAoGA1UdFQQDCgEBMAoGCCqGSM49BAMCA0cAMEQCIAFW8vIMdH5UuFCaqAP9
mIPqCEbJ5b8LNRYb2Bdiw6tDAiBWxDMr+I+4RDLdW5tLHf/B+wyWlrQNAJrTLgZi
GPe0fA==
-----END X509 CRL-----
`] }, maximumDepth: { type: "integer", minimum: 0, maximum: 100, description: "The most authorities that may stand between the certificate and the trusted one; Envoy's own limit of 100, if left out.", examples: [1] } } }, pattern147 = new RegExp("^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$", "u"), schema354 = { title: "CertificateName", type: "object", description: "A condition on a subject alternative name of a certificate. Give exactly one kind of condition.", additionalProperties: !1, required: ["type"], needless: { ignoreCase: ["regex"] }, exactlyOne: ["exact", "prefix", "suffix", "contains", "regex"], properties: { type: { enum: ["dns", "uri", "email", "ip"], description: "The type of name: a DNS name, a URI such as a SPIFFE id, an e-mail address, or an IP address in its shortest form.", examples: ["uri"] }, exact: { type: "string", minLength: 1, description: "The name is this; of type `dns`, a name such as `*.example.com` in the certificate counts for all that it covers.", examples: ["spiffe://example.com/shop"] }, prefix: { type: "string", minLength: 1, description: "The name begins with this.", examples: ["spiffe://example.com/"] }, suffix: { type: "string", minLength: 1, description: "The name ends with this.", examples: [".example.com"] }, contains: { type: "string", minLength: 1, description: "The name has this in it.", examples: ["example"] }, regex: { $ref: "#/$defs/Regex", description: "The whole name matches this RE2 expression." }, ignoreCase: { type: "boolean", default: !1, description: "Whether upper and lower case are the same; not for `regex`." } } };
function validate266(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate266.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "type" || key0 === "exact" || key0 === "prefix" || key0 === "suffix" || key0 === "contains" || key0 === "regex" || key0 === "ignoreCase")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.type !== void 0) {
      let data0 = data.type;
      if (!(data0 === "dns" || data0 === "uri" || data0 === "email" || data0 === "ip")) {
        let err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema354.properties.type.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.exact !== void 0) {
      let data1 = data.exact;
      if (typeof data1 == "string") {
        if (func4(data1) < 1) {
          let err3 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.prefix !== void 0) {
      let data2 = data.prefix;
      if (typeof data2 == "string") {
        if (func4(data2) < 1) {
          let err5 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.suffix !== void 0) {
      let data3 = data.suffix;
      if (typeof data3 == "string") {
        if (func4(data3) < 1) {
          let err7 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/suffix", schemaPath: "#/properties/suffix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.contains !== void 0) {
      let data4 = data.contains;
      if (typeof data4 == "string") {
        if (func4(data4) < 1) {
          let err9 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.regex !== void 0) {
      let data5 = data.regex;
      if (typeof data5 == "string") {
        if (func4(data5) < 1) {
          let err11 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/regex", schemaPath: "#/$defs/Regex/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.ignoreCase !== void 0 && typeof data.ignoreCase != "boolean") {
      let err13 = { instancePath: instancePath + "/ignoreCase", schemaPath: "#/properties/ignoreCase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate266.errors = vErrors, errors === 0;
}
validate266.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate265(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate265.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "mode" || key0 === "secret" || key0 === "inline" || key0 === "subjectAltNames" || key0 === "certificateHashes" || key0 === "publicKeyHashes" || key0 === "revocationLists" || key0 === "maximumDepth")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.mode !== void 0) {
      let data0 = data.mode;
      if (!(data0 === "required" || data0 === "optional")) {
        let err1 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema352.properties.mode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.secret !== void 0) {
      let data1 = data.secret;
      if (typeof data1 == "string") {
        if (!pattern13.test(data1)) {
          let err2 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.inline !== void 0 && typeof data.inline != "string") {
      let err4 = { instancePath: instancePath + "/inline", schemaPath: "#/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.subjectAltNames !== void 0) {
      let data3 = data.subjectAltNames;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err5 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate266(data3[i0], { instancePath: instancePath + "/subjectAltNames/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors), errors = vErrors.length);
      } else {
        let err6 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.certificateHashes !== void 0) {
      let data5 = data.certificateHashes;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err7 = { instancePath: instancePath + "/certificateHashes", schemaPath: "#/properties/certificateHashes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 == "string") {
            if (!pattern102.test(data6)) {
              let err8 = { instancePath: instancePath + "/certificateHashes/" + i1, schemaPath: "#/properties/certificateHashes/items/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
          } else {
            let err9 = { instancePath: instancePath + "/certificateHashes/" + i1, schemaPath: "#/properties/certificateHashes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        let i2 = data5.length, j0;
        if (i2 > 1) {
          let indices0 = {};
          for (; i2--; ) {
            let item0 = data5[i2];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err10 = { instancePath: instancePath + "/certificateHashes", schemaPath: "#/properties/certificateHashes/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                break;
              }
              indices0[item0] = i2;
            }
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/certificateHashes", schemaPath: "#/properties/certificateHashes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.publicKeyHashes !== void 0) {
      let data7 = data.publicKeyHashes;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          let err12 = { instancePath: instancePath + "/publicKeyHashes", schemaPath: "#/properties/publicKeyHashes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        let len2 = data7.length;
        for (let i3 = 0; i3 < len2; i3++) {
          let data8 = data7[i3];
          if (typeof data8 == "string") {
            if (!pattern147.test(data8)) {
              let err13 = { instancePath: instancePath + "/publicKeyHashes/" + i3, schemaPath: "#/properties/publicKeyHashes/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$" }, message: 'must match pattern "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"' };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/publicKeyHashes/" + i3, schemaPath: "#/properties/publicKeyHashes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        let i4 = data7.length, j1;
        if (i4 > 1) {
          let indices1 = {};
          for (; i4--; ) {
            let item1 = data7[i4];
            if (typeof item1 == "string") {
              if (typeof indices1[item1] == "number") {
                j1 = indices1[item1];
                let err15 = { instancePath: instancePath + "/publicKeyHashes", schemaPath: "#/properties/publicKeyHashes/uniqueItems", keyword: "uniqueItems", params: { i: i4, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i4 + " are identical)" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                break;
              }
              indices1[item1] = i4;
            }
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/publicKeyHashes", schemaPath: "#/properties/publicKeyHashes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.revocationLists !== void 0 && typeof data.revocationLists != "string") {
      let err17 = { instancePath: instancePath + "/revocationLists", schemaPath: "#/properties/revocationLists/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.maximumDepth !== void 0) {
      let data10 = data.maximumDepth;
      if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
        let err18 = { instancePath: instancePath + "/maximumDepth", schemaPath: "#/properties/maximumDepth/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 100 || isNaN(data10)) {
          let err19 = { instancePath: instancePath + "/maximumDepth", schemaPath: "#/properties/maximumDepth/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          let err20 = { instancePath: instancePath + "/maximumDepth", schemaPath: "#/properties/maximumDepth/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      }
    }
  } else {
    let err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate265.errors = vErrors, errors === 0;
}
validate265.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate264(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate264.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.certificates === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "certificates" }, message: "must have required property 'certificates'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "certificates" || key0 === "clientValidation")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.certificates !== void 0) {
      let data0 = data.certificates;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (!pattern13.test(data1)) {
              let err3 = { instancePath: instancePath + "/certificates/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/certificates/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data0[i1], data0[j0])) {
                  let err5 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                  break outer0;
                }
        }
      } else {
        let err6 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    data.clientValidation !== void 0 && (validate265(data.clientValidation, { instancePath: instancePath + "/clientValidation", parentData: data, parentDataProperty: "clientValidation", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors), errors = vErrors.length));
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate264.errors = vErrors, errors === 0;
}
validate264.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate262.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "TcpRoute") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "TcpRoute" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.gateways === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "gateways" }, message: "must have required property 'gateways'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.listener === void 0) {
          let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "listener" }, message: "must have required property 'listener'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3.upstreams === void 0) {
          let err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "upstreams" }, message: "must have required property 'upstreams'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "gateways" || key1 === "listener" || key1 === "hostnames" || key1 === "tls" || key1 === "upstreams" || key1 === "idleTimeout")) {
            let err10 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        if (data3.gateways !== void 0) {
          let data4 = data3.gateways;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              let err11 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 == "string") {
                if (!pattern13.test(data5)) {
                  let err12 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
              } else {
                let err13 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
              }
            }
            let i1 = data4.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data4[i1], data4[j0])) {
                      let err14 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                      break outer0;
                    }
            }
          } else {
            let err15 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        }
        if (data3.listener !== void 0) {
          let data6 = data3.listener;
          if (typeof data6 == "string") {
            if (!pattern4.test(data6)) {
              let err16 = { instancePath: instancePath + "/spec/listener", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/spec/listener", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
        if (data3.hostnames !== void 0) {
          let data7 = data3.hostnames;
          if (Array.isArray(data7)) {
            if (data7.length < 1) {
              let err18 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            let len1 = data7.length;
            for (let i2 = 0; i2 < len1; i2++)
              if (typeof data7[i2] != "string") {
                let err19 = { instancePath: instancePath + "/spec/hostnames/" + i2, schemaPath: "#/$defs/Hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            let i3 = data7.length, j1;
            if (i3 > 1) {
              outer1:
                for (; i3--; )
                  for (j1 = i3; j1--; )
                    if (func0(data7[i3], data7[j1])) {
                      let err20 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                      break outer1;
                    }
            }
          } else {
            let err21 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data3.tls !== void 0 && (validate264(data3.tls, { instancePath: instancePath + "/spec/tls", parentData: data3, parentDataProperty: "tls", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate264.errors : vErrors.concat(validate264.errors), errors = vErrors.length)), data3.upstreams !== void 0) {
          let data10 = data3.upstreams;
          if (Array.isArray(data10)) {
            if (data10.length < 1) {
              let err22 = { instancePath: instancePath + "/spec/upstreams", schemaPath: "#/properties/spec/properties/upstreams/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            let len2 = data10.length;
            for (let i4 = 0; i4 < len2; i4++)
              validate238(data10[i4], { instancePath: instancePath + "/spec/upstreams/" + i4, parentData: data10, parentDataProperty: i4, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors), errors = vErrors.length);
          } else {
            let err23 = { instancePath: instancePath + "/spec/upstreams", schemaPath: "#/properties/spec/properties/upstreams/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data3.idleTimeout !== void 0) {
          let data12 = data3.idleTimeout;
          if (typeof data12 == "string") {
            if (!pattern7.test(data12)) {
              let err24 = { instancePath: instancePath + "/spec/idleTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
          } else {
            let err25 = { instancePath: instancePath + "/spec/idleTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
      } else {
        let err26 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
  } else {
    let err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
  }
  return validate262.errors = vErrors, errors === 0;
}
validate262.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Upstream = validate271, schema357 = { title: "Upstream", type: "object", description: "A backend: its endpoints, how to talk to them, and how to spread requests over them.", additionalProperties: !1, required: ["apiVersion", "kind", "metadata", "spec"], properties: { apiVersion: { const: "enroute.dev/v1", description: "The version of the model." }, kind: { const: "Upstream", description: "The kind of document." }, metadata: { $ref: "#/$defs/Metadata" }, spec: { title: "UpstreamSpec", type: "object", description: "What the upstream is. Give exactly one of `endpoints` and `dns`.", additionalProperties: !1, exactlyOne: ["endpoints", "dns"], properties: { endpoints: { type: "array", description: "Addresses. They travel apart from the cluster, so that changing them closes no other connection.", items: { $ref: "#/$defs/Endpoint" }, examples: [[{ address: "10.0.0.7", port: 8080 }]] }, dns: { $ref: "#/$defs/Dns", description: "A host name that Envoy resolves." }, protocol: { enum: ["http1", "http2", "automatic"], default: "http1", description: "What to speak: HTTP/1.1, HTTP/2, or what TLS agrees on (`automatic` needs `tls`)." }, tls: { $ref: "#/$defs/UpstreamTls", description: "TLS to the endpoints; plain text, if left out." }, loadBalancing: { $ref: "#/$defs/LoadBalancing", default: {}, description: "How requests are spread." }, connectTimeout: { $ref: "#/$defs/PositiveDuration", default: "5s", description: "How long connecting may take." }, connectionIdleTimeout: { $ref: "#/$defs/Duration", default: "1h", description: "How long a connection is kept without requests." }, maximumRequestsPerConnection: { type: "integer", minimum: 1, maximum: 4294967295, description: "Requests after which a connection is replaced; no limit, if left out." }, healthChecks: { type: "array", default: [], description: "Checks that every endpoint must pass, all of them, to get requests.", items: { $ref: "#/$defs/HealthCheck" }, examples: [[{ http: { path: "/healthz" } }]] }, outlierDetection: { $ref: "#/$defs/OutlierDetection", description: "When an endpoint that answers badly is left out for a while; never, if left out." }, circuitBreakers: { $ref: "#/$defs/CircuitBreakers", default: {}, description: "How much an Envoy asks of the upstream at once." } } } }, examples: [{ apiVersion: "enroute.dev/v1", kind: "Upstream", metadata: { name: "cart" }, spec: { endpoints: [{ address: "10.0.0.7", port: 8080 }] } }] };
function validate273(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate273.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.port === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "address" || key0 === "port" || key0 === "weight" || key0 === "hostname")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.address !== void 0 && typeof data.address != "string") {
      let err3 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/IpAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.weight !== void 0) {
      let data2 = data.weight;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err7 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e6 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err9 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    if (data.hostname !== void 0 && typeof data.hostname != "string") {
      let err10 = { instancePath: instancePath + "/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate273.errors = vErrors, errors === 0;
}
validate273.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema362 = { title: "Dns", type: "object", description: "A host name that Envoy resolves, again and again.", additionalProperties: !1, required: ["hostname", "port"], properties: { hostname: { $ref: "#/$defs/PreciseHostname", description: "The host name." }, port: { $ref: "#/$defs/Port", description: "The port." }, resolution: { enum: ["strict", "logical"], default: "strict", description: "`strict` spreads requests over all addresses of the answer; `logical` connects to the first, for names with many changing addresses." }, family: { enum: ["automatic", "ipv4", "ipv6", "all"], default: "automatic", description: "Which addresses to use: IPv6 if there are any, else IPv4; only one family; or both." }, refreshInterval: { $ref: "#/$defs/PositiveDuration", default: "5s", description: "How often to ask; the answer's own time to live counts where it is known." } } };
function validate275(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate275.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.hostname === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hostname" }, message: "must have required property 'hostname'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.port === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "hostname" || key0 === "port" || key0 === "resolution" || key0 === "family" || key0 === "refreshInterval")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.hostname !== void 0 && typeof data.hostname != "string") {
      let err3 = { instancePath: instancePath + "/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.resolution !== void 0) {
      let data2 = data.resolution;
      if (!(data2 === "strict" || data2 === "logical")) {
        let err7 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/enum", keyword: "enum", params: { allowedValues: schema362.properties.resolution.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.family !== void 0) {
      let data3 = data.family;
      if (!(data3 === "automatic" || data3 === "ipv4" || data3 === "ipv6" || data3 === "all")) {
        let err8 = { instancePath: instancePath + "/family", schemaPath: "#/properties/family/enum", keyword: "enum", params: { allowedValues: schema362.properties.family.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.refreshInterval !== void 0) {
      let data4 = data.refreshInterval;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err9 = { instancePath: instancePath + "/refreshInterval", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/refreshInterval", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    let err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate275.errors = vErrors, errors === 0;
}
validate275.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate278(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate278.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "secret" || key0 === "inline" || key0 === "system" || key0 === "insecureSkipVerify" || key0 === "subjectAltNames")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.secret !== void 0) {
      let data0 = data.secret;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          let err1 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.inline !== void 0 && typeof data.inline != "string") {
      let err3 = { instancePath: instancePath + "/inline", schemaPath: "#/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.system !== void 0 && data.system !== !0) {
      let err4 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.insecureSkipVerify !== void 0 && data.insecureSkipVerify !== !0) {
      let err5 = { instancePath: instancePath + "/insecureSkipVerify", schemaPath: "#/properties/insecureSkipVerify/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.subjectAltNames !== void 0) {
      let data4 = data.subjectAltNames;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          let err6 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data4[i0] != "string") {
            let err7 = { instancePath: instancePath + "/subjectAltNames/" + i0, schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        let i1 = data4.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data4[i1], data4[j0])) {
                  let err8 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                  break outer0;
                }
        }
      } else {
        let err9 = { instancePath: instancePath + "/subjectAltNames", schemaPath: "#/properties/subjectAltNames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate278.errors = vErrors, errors === 0;
}
validate278.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate277(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate277.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.validation === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "validation" }, message: "must have required property 'validation'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "sni" || key0 === "validation" || key0 === "clientCertificate" || key0 === "minimumVersion")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.sni !== void 0 && typeof data.sni != "string") {
      let err2 = { instancePath: instancePath + "/sni", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.validation !== void 0 && (validate278(data.validation, { instancePath: instancePath + "/validation", parentData: data, parentDataProperty: "validation", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate278.errors : vErrors.concat(validate278.errors), errors = vErrors.length)), data.clientCertificate !== void 0) {
      let data2 = data.clientCertificate;
      if (typeof data2 == "string") {
        if (!pattern13.test(data2)) {
          let err3 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/clientCertificate", schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.minimumVersion !== void 0) {
      let data3 = data.minimumVersion;
      if (typeof data3 != "string") {
        let err5 = { instancePath: instancePath + "/minimumVersion", schemaPath: "#/$defs/TlsVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data3 === "1.0" || data3 === "1.1" || data3 === "1.2" || data3 === "1.3")) {
        let err6 = { instancePath: instancePath + "/minimumVersion", schemaPath: "#/$defs/TlsVersion/enum", keyword: "enum", params: { allowedValues: schema270.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate277.errors = vErrors, errors === 0;
}
validate277.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema373 = { type: "object", description: "How requests are spread over the endpoints.", additionalProperties: !1, properties: { policy: { enum: ["leastRequest", "roundRobin", "random", "ringHash", "maglev", "clientSideWeightedRoundRobin"], default: "leastRequest", description: "The algorithm. `ringHash` and `maglev` send what a route's `hashOn` says is alike to the same endpoint. `clientSideWeightedRoundRobin` gives more to endpoints that report, in the header or trailer `endpoint-load-metrics` of their answers (ORCA), that they are busy with less." }, leastRequest: { $ref: "#/$defs/LeastRequest", description: "Settings of the policy `leastRequest`." }, ringHash: { $ref: "#/$defs/RingHash", description: "Settings of the policy `ringHash`." }, maglev: { $ref: "#/$defs/Maglev", description: "Settings of the policy `maglev`." }, clientSideWeightedRoundRobin: { $ref: "#/$defs/ClientSideWeightedRoundRobin", description: "Settings of the policy `clientSideWeightedRoundRobin`." }, consistentHashing: { $ref: "#/$defs/ConsistentHashing", description: "Settings of the policies `ringHash` and `maglev`." }, slowStart: { $ref: "#/$defs/SlowStart", description: "How a new endpoint gets its share little by little; at once, if left out. For the policies `roundRobin`, `leastRequest` and `clientSideWeightedRoundRobin`." }, panicThreshold: { $ref: "#/$defs/Percentage", default: 50, description: "The share of healthy endpoints below which all get requests; 0 never." }, failTrafficOnPanic: { type: "boolean", default: !1, description: "Whether requests fail below the panic threshold, instead of going to all endpoints. For the policies `leastRequest`, `roundRobin` and `random`, and not with `localities`." } } };
var schema375 = { type: "object", description: "Endpoints stand on a ring by their hashes, many times each, and a request goes to the one that follows its own hash.", additionalProperties: !1, minProperties: 1, properties: { minimumSize: { type: "integer", minimum: 1, maximum: 8388608, default: 1024, description: "The least number of places on the ring. The more, the more even the shares, and the more memory." }, maximumSize: { type: "integer", minimum: 1, maximum: 8388608, default: 8388608, description: "The most places on the ring." }, hashFunction: { enum: ["xxHash", "murmurHash2"], default: "xxHash", description: "How endpoints are hashed; `murmurHash2` gives what `std::hash` of GNU's C++ library gives." } } };
function validate283(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate283.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "period" || key0 === "port" || key0 === "hostname")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.period !== void 0) {
      let data0 = data.period;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err1 = { instancePath: instancePath + "/period", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/period", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err3 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      }
    }
    if (data.hostname !== void 0 && typeof data.hostname != "string") {
      let err6 = { instancePath: instancePath + "/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate283.errors = vErrors, errors === 0;
}
validate283.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate282(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate282.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "utilizationMetrics" || key0 === "errorPenalty" || key0 === "outOfBand" || key0 === "blackoutPeriod" || key0 === "expirationPeriod" || key0 === "updatePeriod")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.utilizationMetrics !== void 0) {
      let data0 = data.utilizationMetrics;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/utilizationMetrics", schemaPath: "#/properties/utilizationMetrics/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (func4(data1) < 1) {
              let err3 = { instancePath: instancePath + "/utilizationMetrics/" + i0, schemaPath: "#/properties/utilizationMetrics/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/utilizationMetrics/" + i0, schemaPath: "#/properties/utilizationMetrics/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data0[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err5 = { instancePath: instancePath + "/utilizationMetrics", schemaPath: "#/properties/utilizationMetrics/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err6 = { instancePath: instancePath + "/utilizationMetrics", schemaPath: "#/properties/utilizationMetrics/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.errorPenalty !== void 0) {
      let data2 = data.errorPenalty;
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e6 || isNaN(data2)) {
          let err7 = { instancePath: instancePath + "/errorPenalty", schemaPath: "#/properties/errorPenalty/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/errorPenalty", schemaPath: "#/properties/errorPenalty/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/errorPenalty", schemaPath: "#/properties/errorPenalty/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.outOfBand !== void 0 && (validate283(data.outOfBand, { instancePath: instancePath + "/outOfBand", parentData: data, parentDataProperty: "outOfBand", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate283.errors : vErrors.concat(validate283.errors), errors = vErrors.length)), data.blackoutPeriod !== void 0) {
      let data4 = data.blackoutPeriod;
      if (typeof data4 == "string") {
        if (!pattern7.test(data4)) {
          let err10 = { instancePath: instancePath + "/blackoutPeriod", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/blackoutPeriod", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.expirationPeriod !== void 0) {
      let data5 = data.expirationPeriod;
      if (typeof data5 == "string") {
        if (!pattern7.test(data5)) {
          let err12 = { instancePath: instancePath + "/expirationPeriod", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        let err13 = { instancePath: instancePath + "/expirationPeriod", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.updatePeriod !== void 0) {
      let data6 = data.updatePeriod;
      if (typeof data6 == "string") {
        if (!pattern7.test(data6)) {
          let err14 = { instancePath: instancePath + "/updatePeriod", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        let err15 = { instancePath: instancePath + "/updatePeriod", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    let err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate282.errors = vErrors, errors === 0;
}
validate282.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate286(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate286.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.window === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "window" }, message: "must have required property 'window'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "window" || key0 === "aggression" || key0 === "minimumShare")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.window !== void 0) {
      let data0 = data.window;
      if (typeof data0 == "string") {
        if (!pattern7.test(data0)) {
          let err2 = { instancePath: instancePath + "/window", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/window", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.aggression !== void 0) {
      let data1 = data.aggression;
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1e3 || isNaN(data1)) {
          let err4 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1 < 1e-3 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e-3 }, message: "must be >= 0.001" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/aggression", schemaPath: "#/properties/aggression/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.minimumShare !== void 0) {
      let data2 = data.minimumShare;
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 100 || isNaN(data2)) {
          let err7 = { instancePath: instancePath + "/minimumShare", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/minimumShare", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/minimumShare", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate286.errors = vErrors, errors === 0;
}
validate286.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate281(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate281.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema373.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.policy !== void 0) {
      let data0 = data.policy;
      if (!(data0 === "leastRequest" || data0 === "roundRobin" || data0 === "random" || data0 === "ringHash" || data0 === "maglev" || data0 === "clientSideWeightedRoundRobin")) {
        let err1 = { instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/enum", keyword: "enum", params: { allowedValues: schema373.properties.policy.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.leastRequest !== void 0) {
      let data1 = data.leastRequest;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          let err2 = { instancePath: instancePath + "/leastRequest", schemaPath: "#/$defs/LeastRequest/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        for (let key1 in data1)
          if (!(key1 === "choices" || key1 === "fullScan" || key1 === "activeRequestBias")) {
            let err3 = { instancePath: instancePath + "/leastRequest", schemaPath: "#/$defs/LeastRequest/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        if (data1.choices !== void 0) {
          let data2 = data1.choices;
          if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            let err4 = { instancePath: instancePath + "/leastRequest/choices", schemaPath: "#/$defs/LeastRequest/properties/choices/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
          if (typeof data2 == "number" && isFinite(data2)) {
            if (data2 > 4294967295 || isNaN(data2)) {
              let err5 = { instancePath: instancePath + "/leastRequest/choices", schemaPath: "#/$defs/LeastRequest/properties/choices/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data2 < 2 || isNaN(data2)) {
              let err6 = { instancePath: instancePath + "/leastRequest/choices", schemaPath: "#/$defs/LeastRequest/properties/choices/minimum", keyword: "minimum", params: { comparison: ">=", limit: 2 }, message: "must be >= 2" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
          }
        }
        if (data1.fullScan !== void 0 && data1.fullScan !== !0) {
          let err7 = { instancePath: instancePath + "/leastRequest/fullScan", schemaPath: "#/$defs/LeastRequest/properties/fullScan/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data1.activeRequestBias !== void 0) {
          let data4 = data1.activeRequestBias;
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 1e3 || isNaN(data4)) {
              let err8 = { instancePath: instancePath + "/leastRequest/activeRequestBias", schemaPath: "#/$defs/LeastRequest/properties/activeRequestBias/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              let err9 = { instancePath: instancePath + "/leastRequest/activeRequestBias", schemaPath: "#/$defs/LeastRequest/properties/activeRequestBias/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            let err10 = { instancePath: instancePath + "/leastRequest/activeRequestBias", schemaPath: "#/$defs/LeastRequest/properties/activeRequestBias/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        let err11 = { instancePath: instancePath + "/leastRequest", schemaPath: "#/$defs/LeastRequest/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.ringHash !== void 0) {
      let data5 = data.ringHash;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length < 1) {
          let err12 = { instancePath: instancePath + "/ringHash", schemaPath: "#/$defs/RingHash/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        for (let key2 in data5)
          if (!(key2 === "minimumSize" || key2 === "maximumSize" || key2 === "hashFunction")) {
            let err13 = { instancePath: instancePath + "/ringHash", schemaPath: "#/$defs/RingHash/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        if (data5.minimumSize !== void 0) {
          let data6 = data5.minimumSize;
          if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
            let err14 = { instancePath: instancePath + "/ringHash/minimumSize", schemaPath: "#/$defs/RingHash/properties/minimumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 8388608 || isNaN(data6)) {
              let err15 = { instancePath: instancePath + "/ringHash/minimumSize", schemaPath: "#/$defs/RingHash/properties/minimumSize/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8388608 }, message: "must be <= 8388608" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data6 < 1 || isNaN(data6)) {
              let err16 = { instancePath: instancePath + "/ringHash/minimumSize", schemaPath: "#/$defs/RingHash/properties/minimumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          }
        }
        if (data5.maximumSize !== void 0) {
          let data7 = data5.maximumSize;
          if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            let err17 = { instancePath: instancePath + "/ringHash/maximumSize", schemaPath: "#/$defs/RingHash/properties/maximumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 8388608 || isNaN(data7)) {
              let err18 = { instancePath: instancePath + "/ringHash/maximumSize", schemaPath: "#/$defs/RingHash/properties/maximumSize/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8388608 }, message: "must be <= 8388608" };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              let err19 = { instancePath: instancePath + "/ringHash/maximumSize", schemaPath: "#/$defs/RingHash/properties/maximumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
          }
        }
        if (data5.hashFunction !== void 0) {
          let data8 = data5.hashFunction;
          if (!(data8 === "xxHash" || data8 === "murmurHash2")) {
            let err20 = { instancePath: instancePath + "/ringHash/hashFunction", schemaPath: "#/$defs/RingHash/properties/hashFunction/enum", keyword: "enum", params: { allowedValues: schema375.properties.hashFunction.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
      } else {
        let err21 = { instancePath: instancePath + "/ringHash", schemaPath: "#/$defs/RingHash/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.maglev !== void 0) {
      let data9 = data.maglev;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (Object.keys(data9).length < 1) {
          let err22 = { instancePath: instancePath + "/maglev", schemaPath: "#/$defs/Maglev/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
        }
        for (let key3 in data9)
          if (key3 !== "tableSize") {
            let err23 = { instancePath: instancePath + "/maglev", schemaPath: "#/$defs/Maglev/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        if (data9.tableSize !== void 0) {
          let data10 = data9.tableSize;
          if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
            let err24 = { instancePath: instancePath + "/maglev/tableSize", schemaPath: "#/$defs/Maglev/properties/tableSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 5000011 || isNaN(data10)) {
              let err25 = { instancePath: instancePath + "/maglev/tableSize", schemaPath: "#/$defs/Maglev/properties/tableSize/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5000011 }, message: "must be <= 5000011" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            if (data10 < 2 || isNaN(data10)) {
              let err26 = { instancePath: instancePath + "/maglev/tableSize", schemaPath: "#/$defs/Maglev/properties/tableSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 2 }, message: "must be >= 2" };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
          }
        }
      } else {
        let err27 = { instancePath: instancePath + "/maglev", schemaPath: "#/$defs/Maglev/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.clientSideWeightedRoundRobin !== void 0 && (validate282(data.clientSideWeightedRoundRobin, { instancePath: instancePath + "/clientSideWeightedRoundRobin", parentData: data, parentDataProperty: "clientSideWeightedRoundRobin", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate282.errors : vErrors.concat(validate282.errors), errors = vErrors.length)), data.consistentHashing !== void 0) {
      let data12 = data.consistentHashing;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (Object.keys(data12).length < 1) {
          let err28 = { instancePath: instancePath + "/consistentHashing", schemaPath: "#/$defs/ConsistentHashing/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        for (let key4 in data12)
          if (!(key4 === "useHostname" || key4 === "balanceFactor")) {
            let err29 = { instancePath: instancePath + "/consistentHashing", schemaPath: "#/$defs/ConsistentHashing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        if (data12.useHostname !== void 0 && typeof data12.useHostname != "boolean") {
          let err30 = { instancePath: instancePath + "/consistentHashing/useHostname", schemaPath: "#/$defs/ConsistentHashing/properties/useHostname/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data12.balanceFactor !== void 0) {
          let data14 = data12.balanceFactor;
          if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
            let err31 = { instancePath: instancePath + "/consistentHashing/balanceFactor", schemaPath: "#/$defs/ConsistentHashing/properties/balanceFactor/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 4294967295 || isNaN(data14)) {
              let err32 = { instancePath: instancePath + "/consistentHashing/balanceFactor", schemaPath: "#/$defs/ConsistentHashing/properties/balanceFactor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
            }
            if (data14 < 100 || isNaN(data14)) {
              let err33 = { instancePath: instancePath + "/consistentHashing/balanceFactor", schemaPath: "#/$defs/ConsistentHashing/properties/balanceFactor/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
              vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
            }
          }
        }
      } else {
        let err34 = { instancePath: instancePath + "/consistentHashing", schemaPath: "#/$defs/ConsistentHashing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
    if (data.slowStart !== void 0 && (validate286(data.slowStart, { instancePath: instancePath + "/slowStart", parentData: data, parentDataProperty: "slowStart", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate286.errors : vErrors.concat(validate286.errors), errors = vErrors.length)), data.panicThreshold !== void 0) {
      let data16 = data.panicThreshold;
      if (typeof data16 == "number" && isFinite(data16)) {
        if (data16 > 100 || isNaN(data16)) {
          let err35 = { instancePath: instancePath + "/panicThreshold", schemaPath: "#/$defs/Percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
        if (data16 < 0 || isNaN(data16)) {
          let err36 = { instancePath: instancePath + "/panicThreshold", schemaPath: "#/$defs/Percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
        }
      } else {
        let err37 = { instancePath: instancePath + "/panicThreshold", schemaPath: "#/$defs/Percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
      }
    }
    if (data.failTrafficOnPanic !== void 0 && typeof data.failTrafficOnPanic != "boolean") {
      let err38 = { instancePath: instancePath + "/failTrafficOnPanic", schemaPath: "#/properties/failTrafficOnPanic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
    }
  } else {
    let err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
  }
  return validate281.errors = vErrors, errors === 0;
}
validate281.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate289(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate289.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "http" || key0 === "tcp" || key0 === "grpc" || key0 === "interval" || key0 === "timeout" || key0 === "unhealthyThreshold" || key0 === "healthyThreshold")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.http !== void 0) {
      let data0 = data.http;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.path === void 0) {
          let err1 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        for (let key1 in data0)
          if (!(key1 === "path" || key1 === "hostname" || key1 === "expectedStatuses")) {
            let err2 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        if (data0.path !== void 0) {
          let data1 = data0.path;
          if (typeof data1 == "string") {
            if (!pattern40.test(data1)) {
              let err3 = { instancePath: instancePath + "/http/path", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/http/path", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        if (data0.hostname !== void 0 && typeof data0.hostname != "string") {
          let err5 = { instancePath: instancePath + "/http/hostname", schemaPath: "#/$defs/PreciseHostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data0.expectedStatuses !== void 0) {
          let data3 = data0.expectedStatuses;
          if (Array.isArray(data3)) {
            if (data3.length < 1) {
              let err6 = { instancePath: instancePath + "/http/expectedStatuses", schemaPath: "#/properties/http/properties/expectedStatuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            let len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
                let err7 = { instancePath: instancePath + "/http/expectedStatuses/" + i0, schemaPath: "#/$defs/StatusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
              }
              if (typeof data4 == "number" && isFinite(data4)) {
                if (data4 > 599 || isNaN(data4)) {
                  let err8 = { instancePath: instancePath + "/http/expectedStatuses/" + i0, schemaPath: "#/$defs/StatusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
                  vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                }
                if (data4 < 200 || isNaN(data4)) {
                  let err9 = { instancePath: instancePath + "/http/expectedStatuses/" + i0, schemaPath: "#/$defs/StatusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 }, message: "must be >= 200" };
                  vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                }
              }
            }
            let i1 = data3.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data3[i1], data3[j0])) {
                      let err10 = { instancePath: instancePath + "/http/expectedStatuses", schemaPath: "#/properties/http/properties/expectedStatuses/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                      break outer0;
                    }
            }
          } else {
            let err11 = { instancePath: instancePath + "/http/expectedStatuses", schemaPath: "#/properties/http/properties/expectedStatuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.tcp !== void 0) {
      let data5 = data.tcp;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5))
        for (let key2 in data5) {
          let err13 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      else {
        let err14 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.grpc !== void 0) {
      let data6 = data.grpc;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key3 in data6)
          if (key3 !== "service") {
            let err15 = { instancePath: instancePath + "/grpc", schemaPath: "#/properties/grpc/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        if (data6.service !== void 0 && typeof data6.service != "string") {
          let err16 = { instancePath: instancePath + "/grpc/service", schemaPath: "#/properties/grpc/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        let err17 = { instancePath: instancePath + "/grpc", schemaPath: "#/properties/grpc/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.interval !== void 0) {
      let data8 = data.interval;
      if (typeof data8 == "string") {
        if (!pattern7.test(data8)) {
          let err18 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      } else {
        let err19 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data9 = data.timeout;
      if (typeof data9 == "string") {
        if (!pattern7.test(data9)) {
          let err20 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      } else {
        let err21 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.unhealthyThreshold !== void 0) {
      let data10 = data.unhealthyThreshold;
      if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
        let err22 = { instancePath: instancePath + "/unhealthyThreshold", schemaPath: "#/properties/unhealthyThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 4294967295 || isNaN(data10)) {
          let err23 = { instancePath: instancePath + "/unhealthyThreshold", schemaPath: "#/properties/unhealthyThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          let err24 = { instancePath: instancePath + "/unhealthyThreshold", schemaPath: "#/properties/unhealthyThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
      }
    }
    if (data.healthyThreshold !== void 0) {
      let data11 = data.healthyThreshold;
      if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
        let err25 = { instancePath: instancePath + "/healthyThreshold", schemaPath: "#/properties/healthyThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 > 4294967295 || isNaN(data11)) {
          let err26 = { instancePath: instancePath + "/healthyThreshold", schemaPath: "#/properties/healthyThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data11 < 1 || isNaN(data11)) {
          let err27 = { instancePath: instancePath + "/healthyThreshold", schemaPath: "#/properties/healthyThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
      }
    }
  } else {
    let err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
  }
  return validate289.errors = vErrors, errors === 0;
}
validate289.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate291(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate291.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "consecutive5xx" || key0 === "consecutiveGatewayErrors" || key0 === "interval" || key0 === "baseEjectionTime" || key0 === "maximumEjectionPercentage")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.consecutive5xx !== void 0) {
      let data0 = data.consecutive5xx;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/consecutive5xx", schemaPath: "#/properties/consecutive5xx/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 4294967295 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/consecutive5xx", schemaPath: "#/properties/consecutive5xx/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/consecutive5xx", schemaPath: "#/properties/consecutive5xx/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.consecutiveGatewayErrors !== void 0) {
      let data1 = data.consecutiveGatewayErrors;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/consecutiveGatewayErrors", schemaPath: "#/properties/consecutiveGatewayErrors/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 4294967295 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/consecutiveGatewayErrors", schemaPath: "#/properties/consecutiveGatewayErrors/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/consecutiveGatewayErrors", schemaPath: "#/properties/consecutiveGatewayErrors/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.interval !== void 0) {
      let data2 = data.interval;
      if (typeof data2 == "string") {
        if (!pattern7.test(data2)) {
          let err7 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/interval", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.baseEjectionTime !== void 0) {
      let data3 = data.baseEjectionTime;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          let err9 = { instancePath: instancePath + "/baseEjectionTime", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/baseEjectionTime", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.maximumEjectionPercentage !== void 0) {
      let data4 = data.maximumEjectionPercentage;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err11 = { instancePath: instancePath + "/maximumEjectionPercentage", schemaPath: "#/properties/maximumEjectionPercentage/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 100 || isNaN(data4)) {
          let err12 = { instancePath: instancePath + "/maximumEjectionPercentage", schemaPath: "#/properties/maximumEjectionPercentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          let err13 = { instancePath: instancePath + "/maximumEjectionPercentage", schemaPath: "#/properties/maximumEjectionPercentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      }
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate291.errors = vErrors, errors === 0;
}
validate291.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate271(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate271.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "Upstream") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Upstream" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          if (!func1.call(schema357.properties.spec.properties, key1)) {
            let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data3.endpoints !== void 0) {
          let data4 = data3.endpoints;
          if (Array.isArray(data4)) {
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++)
              validate273(data4[i0], { instancePath: instancePath + "/spec/endpoints/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate273.errors : vErrors.concat(validate273.errors), errors = vErrors.length);
          } else {
            let err8 = { instancePath: instancePath + "/spec/endpoints", schemaPath: "#/properties/spec/properties/endpoints/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data3.dns !== void 0 && (validate275(data3.dns, { instancePath: instancePath + "/spec/dns", parentData: data3, parentDataProperty: "dns", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate275.errors : vErrors.concat(validate275.errors), errors = vErrors.length)), data3.protocol !== void 0) {
          let data7 = data3.protocol;
          if (!(data7 === "http1" || data7 === "http2" || data7 === "automatic")) {
            let err9 = { instancePath: instancePath + "/spec/protocol", schemaPath: "#/properties/spec/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema357.properties.spec.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data3.tls !== void 0 && (validate277(data3.tls, { instancePath: instancePath + "/spec/tls", parentData: data3, parentDataProperty: "tls", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate277.errors : vErrors.concat(validate277.errors), errors = vErrors.length)), data3.loadBalancing !== void 0 && (validate281(data3.loadBalancing, { instancePath: instancePath + "/spec/loadBalancing", parentData: data3, parentDataProperty: "loadBalancing", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate281.errors : vErrors.concat(validate281.errors), errors = vErrors.length)), data3.connectTimeout !== void 0) {
          let data10 = data3.connectTimeout;
          if (typeof data10 == "string") {
            if (!pattern7.test(data10)) {
              let err10 = { instancePath: instancePath + "/spec/connectTimeout", schemaPath: "#/$defs/PositiveDuration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/spec/connectTimeout", schemaPath: "#/$defs/PositiveDuration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        if (data3.connectionIdleTimeout !== void 0) {
          let data11 = data3.connectionIdleTimeout;
          if (typeof data11 == "string") {
            if (!pattern7.test(data11)) {
              let err12 = { instancePath: instancePath + "/spec/connectionIdleTimeout", schemaPath: "#/$defs/Duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$"' };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          } else {
            let err13 = { instancePath: instancePath + "/spec/connectionIdleTimeout", schemaPath: "#/$defs/Duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data3.maximumRequestsPerConnection !== void 0) {
          let data12 = data3.maximumRequestsPerConnection;
          if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
            let err14 = { instancePath: instancePath + "/spec/maximumRequestsPerConnection", schemaPath: "#/properties/spec/properties/maximumRequestsPerConnection/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 4294967295 || isNaN(data12)) {
              let err15 = { instancePath: instancePath + "/spec/maximumRequestsPerConnection", schemaPath: "#/properties/spec/properties/maximumRequestsPerConnection/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data12 < 1 || isNaN(data12)) {
              let err16 = { instancePath: instancePath + "/spec/maximumRequestsPerConnection", schemaPath: "#/properties/spec/properties/maximumRequestsPerConnection/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          }
        }
        if (data3.healthChecks !== void 0) {
          let data13 = data3.healthChecks;
          if (Array.isArray(data13)) {
            let len1 = data13.length;
            for (let i1 = 0; i1 < len1; i1++)
              validate289(data13[i1], { instancePath: instancePath + "/spec/healthChecks/" + i1, parentData: data13, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate289.errors : vErrors.concat(validate289.errors), errors = vErrors.length);
          } else {
            let err17 = { instancePath: instancePath + "/spec/healthChecks", schemaPath: "#/properties/spec/properties/healthChecks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
        if (data3.outlierDetection !== void 0 && (validate291(data3.outlierDetection, { instancePath: instancePath + "/spec/outlierDetection", parentData: data3, parentDataProperty: "outlierDetection", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate291.errors : vErrors.concat(validate291.errors), errors = vErrors.length)), data3.circuitBreakers !== void 0) {
          let data16 = data3.circuitBreakers;
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            for (let key2 in data16)
              if (!(key2 === "maximumConnections" || key2 === "maximumPendingRequests" || key2 === "maximumRequests" || key2 === "maximumRetries")) {
                let err18 = { instancePath: instancePath + "/spec/circuitBreakers", schemaPath: "#/$defs/CircuitBreakers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            if (data16.maximumConnections !== void 0) {
              let data17 = data16.maximumConnections;
              if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
                let err19 = { instancePath: instancePath + "/spec/circuitBreakers/maximumConnections", schemaPath: "#/$defs/CircuitBreakers/properties/maximumConnections/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
              if (typeof data17 == "number" && isFinite(data17)) {
                if (data17 > 4294967295 || isNaN(data17)) {
                  let err20 = { instancePath: instancePath + "/spec/circuitBreakers/maximumConnections", schemaPath: "#/$defs/CircuitBreakers/properties/maximumConnections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
                  vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                }
                if (data17 < 1 || isNaN(data17)) {
                  let err21 = { instancePath: instancePath + "/spec/circuitBreakers/maximumConnections", schemaPath: "#/$defs/CircuitBreakers/properties/maximumConnections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                }
              }
            }
            if (data16.maximumPendingRequests !== void 0) {
              let data18 = data16.maximumPendingRequests;
              if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
                let err22 = { instancePath: instancePath + "/spec/circuitBreakers/maximumPendingRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumPendingRequests/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
              if (typeof data18 == "number" && isFinite(data18)) {
                if (data18 > 4294967295 || isNaN(data18)) {
                  let err23 = { instancePath: instancePath + "/spec/circuitBreakers/maximumPendingRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumPendingRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
                  vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                }
                if (data18 < 1 || isNaN(data18)) {
                  let err24 = { instancePath: instancePath + "/spec/circuitBreakers/maximumPendingRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumPendingRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
                }
              }
            }
            if (data16.maximumRequests !== void 0) {
              let data19 = data16.maximumRequests;
              if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
                let err25 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRequests/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
              }
              if (typeof data19 == "number" && isFinite(data19)) {
                if (data19 > 4294967295 || isNaN(data19)) {
                  let err26 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
                  vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
                }
                if (data19 < 1 || isNaN(data19)) {
                  let err27 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRequests", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
              }
            }
            if (data16.maximumRetries !== void 0) {
              let data20 = data16.maximumRetries;
              if (!(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
                let err28 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRetries", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRetries/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
              if (typeof data20 == "number" && isFinite(data20)) {
                if (data20 > 4294967295 || isNaN(data20)) {
                  let err29 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRetries", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRetries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                }
                if (data20 < 0 || isNaN(data20)) {
                  let err30 = { instancePath: instancePath + "/spec/circuitBreakers/maximumRetries", schemaPath: "#/$defs/CircuitBreakers/properties/maximumRetries/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
                }
              }
            }
          } else {
            let err31 = { instancePath: instancePath + "/spec/circuitBreakers", schemaPath: "#/$defs/CircuitBreakers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
        }
      } else {
        let err32 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
  } else {
    let err33 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
  }
  return validate271.errors = vErrors, errors === 0;
}
validate271.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var VirtualHost = validate293;
var schema406 = { title: "VirtualHostTls", type: "object", description: "How the host is served over TLS.", additionalProperties: !1, required: ["certificates"], properties: { certificates: { type: "array", minItems: 1, uniqueItems: !0, description: "Secrets of type `tls-certificate`, for example one with an RSA key and one with an ECDSA key.", items: { $ref: "#/$defs/Reference", reference: "Secret" }, examples: [["shop-tls"]] }, clientValidation: { $ref: "#/$defs/ClientValidation", description: "Which client certificates are accepted; clients are not asked for one, if left out." }, forwardClientCertificate: { type: "array", minItems: 1, uniqueItems: !0, description: "What upstreams are told of the client's certificate in the header `x-forwarded-client-cert`, besides its hash: its subject, its URI and DNS names, the certificate itself, or that with its chain. The header is removed, if left out; what a client sends in it never goes on. Needs `clientValidation`.", items: { enum: ["subject", "uri", "dns", "certificate", "chain"], description: "A part of the certificate." }, examples: [["subject", "uri"]] }, plainText: { enum: ["redirect", "reject", "serve"], default: "redirect", description: "What becomes of requests for the host on `HTTP` listeners: redirected to HTTPS, refused with 426, or served all the same." }, redirectPort: { $ref: "#/$defs/Port", default: 443, description: "The port that clients reach HTTPS on, for redirects." } } };
function validate295(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate295.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.certificates === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "certificates" }, message: "must have required property 'certificates'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "certificates" || key0 === "clientValidation" || key0 === "forwardClientCertificate" || key0 === "plainText" || key0 === "redirectPort")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.certificates !== void 0) {
      let data0 = data.certificates;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 == "string") {
            if (!pattern13.test(data1)) {
              let err3 = { instancePath: instancePath + "/certificates/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
          } else {
            let err4 = { instancePath: instancePath + "/certificates/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; )
              for (j0 = i1; j0--; )
                if (func0(data0[i1], data0[j0])) {
                  let err5 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                  break outer0;
                }
        }
      } else {
        let err6 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.clientValidation !== void 0 && (validate265(data.clientValidation, { instancePath: instancePath + "/clientValidation", parentData: data, parentDataProperty: "clientValidation", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors), errors = vErrors.length)), data.forwardClientCertificate !== void 0) {
      let data3 = data.forwardClientCertificate;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err7 = { instancePath: instancePath + "/forwardClientCertificate", schemaPath: "#/properties/forwardClientCertificate/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        let len1 = data3.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data4 = data3[i2];
          if (!(data4 === "subject" || data4 === "uri" || data4 === "dns" || data4 === "certificate" || data4 === "chain")) {
            let err8 = { instancePath: instancePath + "/forwardClientCertificate/" + i2, schemaPath: "#/properties/forwardClientCertificate/items/enum", keyword: "enum", params: { allowedValues: schema406.properties.forwardClientCertificate.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        let i3 = data3.length, j1;
        if (i3 > 1) {
          outer1:
            for (; i3--; )
              for (j1 = i3; j1--; )
                if (func0(data3[i3], data3[j1])) {
                  let err9 = { instancePath: instancePath + "/forwardClientCertificate", schemaPath: "#/properties/forwardClientCertificate/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                  vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                  break outer1;
                }
        }
      } else {
        let err10 = { instancePath: instancePath + "/forwardClientCertificate", schemaPath: "#/properties/forwardClientCertificate/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.plainText !== void 0) {
      let data5 = data.plainText;
      if (!(data5 === "redirect" || data5 === "reject" || data5 === "serve")) {
        let err11 = { instancePath: instancePath + "/plainText", schemaPath: "#/properties/plainText/enum", keyword: "enum", params: { allowedValues: schema406.properties.plainText.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.redirectPort !== void 0) {
      let data6 = data.redirectPort;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        let err12 = { instancePath: instancePath + "/redirectPort", schemaPath: "#/$defs/Port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 65535 || isNaN(data6)) {
          let err13 = { instancePath: instancePath + "/redirectPort", schemaPath: "#/$defs/Port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          let err14 = { instancePath: instancePath + "/redirectPort", schemaPath: "#/$defs/Port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      }
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate295.errors = vErrors, errors === 0;
}
validate295.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern167 = new RegExp("^(\\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$", "u");
function validate301(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate301.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "namespaces" || key0 === "labels" || key0 === "prefix")) {
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
            if (!pattern167.test(data1)) {
              let err2 = { instancePath: instancePath + "/namespaces/" + i0, schemaPath: "#/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^(\\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$" }, message: 'must match pattern "^(\\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$"' };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = { instancePath: instancePath + "/namespaces/" + i0, schemaPath: "#/properties/namespaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        }
        let i1 = data0.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data0[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err4 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.labels !== void 0) {
      let data2 = data.labels;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (let key1 in data2)
          if (typeof data2[key1] != "string") {
            let err6 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
      } else {
        let err7 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/Labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.prefix !== void 0) {
      let data4 = data.prefix;
      if (typeof data4 == "string") {
        if (!pattern40.test(data4)) {
          let err8 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/pattern", keyword: "pattern", params: { pattern: "^/[^?#\\s]*$" }, message: 'must match pattern "^/[^?#\\s]*$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/prefix", schemaPath: "#/$defs/Path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate301.errors = vErrors, errors === 0;
}
validate301.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate293(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate293.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.metadata === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.spec === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        let err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.apiVersion !== void 0 && data.apiVersion !== "enroute.dev/v1") {
      let err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "enroute.dev/v1" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "VirtualHost") {
      let err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "VirtualHost" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.metadata !== void 0 && (validate22(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.gateways === void 0) {
          let err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "gateways" }, message: "must have required property 'gateways'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.hostnames === void 0) {
          let err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "hostnames" }, message: "must have required property 'hostnames'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        for (let key1 in data3)
          if (!(key1 === "gateways" || key1 === "listeners" || key1 === "hostnames" || key1 === "tls" || key1 === "filters" || key1 === "disableFilters" || key1 === "routes" || key1 === "allowedRoutes")) {
            let err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        if (data3.gateways !== void 0) {
          let data4 = data3.gateways;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              let err10 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 == "string") {
                if (!pattern13.test(data5)) {
                  let err11 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
              } else {
                let err12 = { instancePath: instancePath + "/spec/gateways/" + i0, schemaPath: "#/$defs/Reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
              }
            }
            let i1 = data4.length, j0;
            if (i1 > 1) {
              outer0:
                for (; i1--; )
                  for (j0 = i1; j0--; )
                    if (func0(data4[i1], data4[j0])) {
                      let err13 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                      break outer0;
                    }
            }
          } else {
            let err14 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data3.listeners !== void 0) {
          let data6 = data3.listeners;
          if (Array.isArray(data6)) {
            if (data6.length < 1) {
              let err15 = { instancePath: instancePath + "/spec/listeners", schemaPath: "#/properties/spec/properties/listeners/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            let len1 = data6.length;
            for (let i2 = 0; i2 < len1; i2++) {
              let data7 = data6[i2];
              if (typeof data7 == "string") {
                if (!pattern4.test(data7)) {
                  let err16 = { instancePath: instancePath + "/spec/listeners/" + i2, schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"' };
                  vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                }
              } else {
                let err17 = { instancePath: instancePath + "/spec/listeners/" + i2, schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
              }
            }
            let i3 = data6.length, j1;
            if (i3 > 1) {
              outer1:
                for (; i3--; )
                  for (j1 = i3; j1--; )
                    if (func0(data6[i3], data6[j1])) {
                      let err18 = { instancePath: instancePath + "/spec/listeners", schemaPath: "#/properties/spec/properties/listeners/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
                      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                      break outer1;
                    }
            }
          } else {
            let err19 = { instancePath: instancePath + "/spec/listeners", schemaPath: "#/properties/spec/properties/listeners/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
        if (data3.hostnames !== void 0) {
          let data8 = data3.hostnames;
          if (Array.isArray(data8)) {
            if (data8.length < 1) {
              let err20 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            let len2 = data8.length;
            for (let i4 = 0; i4 < len2; i4++)
              if (typeof data8[i4] != "string") {
                let err21 = { instancePath: instancePath + "/spec/hostnames/" + i4, schemaPath: "#/$defs/Hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
              }
            let i5 = data8.length, j2;
            if (i5 > 1) {
              outer2:
                for (; i5--; )
                  for (j2 = i5; j2--; )
                    if (func0(data8[i5], data8[j2])) {
                      let err22 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)" };
                      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
                      break outer2;
                    }
            }
          } else {
            let err23 = { instancePath: instancePath + "/spec/hostnames", schemaPath: "#/properties/spec/properties/hostnames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data3.tls !== void 0 && (validate295(data3.tls, { instancePath: instancePath + "/spec/tls", parentData: data3, parentDataProperty: "tls", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate295.errors : vErrors.concat(validate295.errors), errors = vErrors.length)), data3.filters !== void 0 && (validate172(data3.filters, { instancePath: instancePath + "/spec/filters", parentData: data3, parentDataProperty: "filters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors), errors = vErrors.length)), data3.disableFilters !== void 0 && (validate225(data3.disableFilters, { instancePath: instancePath + "/spec/disableFilters", parentData: data3, parentDataProperty: "disableFilters", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors), errors = vErrors.length)), data3.routes !== void 0) {
          let data13 = data3.routes;
          if (Array.isArray(data13)) {
            let len3 = data13.length;
            for (let i6 = 0; i6 < len3; i6++)
              validate227(data13[i6], { instancePath: instancePath + "/spec/routes/" + i6, parentData: data13, parentDataProperty: i6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate227.errors : vErrors.concat(validate227.errors), errors = vErrors.length);
          } else {
            let err24 = { instancePath: instancePath + "/spec/routes", schemaPath: "#/properties/spec/properties/routes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
        if (data3.allowedRoutes !== void 0) {
          let data15 = data3.allowedRoutes;
          if (Array.isArray(data15)) {
            let len4 = data15.length;
            for (let i7 = 0; i7 < len4; i7++)
              validate301(data15[i7], { instancePath: instancePath + "/spec/allowedRoutes/" + i7, parentData: data15, parentDataProperty: i7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate301.errors : vErrors.concat(validate301.errors), errors = vErrors.length);
          } else {
            let err25 = { instancePath: instancePath + "/spec/allowedRoutes", schemaPath: "#/properties/spec/properties/allowedRoutes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
      } else {
        let err26 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
  } else {
    let err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
  }
  return validate293.errors = vErrors, errors === 0;
}
validate293.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  Filter,
  Gateway,
  RateLimit,
  Route,
  Secret,
  TcpRoute,
  Upstream,
  VirtualHost
};
