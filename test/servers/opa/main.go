// A sidecar of Open Policy Agent for Envoy: OPA as a library behind Envoy's authorization service.
//
//	opa ADDRESS QUERY FILE...
//
// It keeps the conventions of OPA's own plugin for Envoy, as far as the tests need them: the input is the request as
// JSON with its path parsed, and the decision is true, false, or an object with allowed, headers, body and http_status.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"os"
	"strings"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	authv3 "github.com/envoyproxy/go-control-plane/envoy/service/auth/v3"
	typev3 "github.com/envoyproxy/go-control-plane/envoy/type/v3"
	"github.com/open-policy-agent/opa/v1/rego"
	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	address, query, files := os.Args[1], os.Args[2], os.Args[3:]
	policy, err := rego.New(rego.Query(query), rego.Load(files, nil)).PrepareForEval(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	authv3.RegisterAuthorizationServer(server, sidecar{policy: policy})
	fmt.Println("serving on", listener.Addr())
	log.Fatal(server.Serve(listener))
}

type sidecar struct{ policy rego.PreparedEvalQuery }

type decision struct {
	Allowed bool              `json:"allowed"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`
	Status  int32             `json:"http_status"`
}

func (s sidecar) Check(ctx context.Context, request *authv3.CheckRequest) (*authv3.CheckResponse, error) {
	input, err := inputOf(request)
	if err != nil {
		return nil, err
	}
	results, err := s.policy.Eval(ctx, rego.EvalInput(input))
	if err != nil {
		return nil, err
	}
	decided, err := decisionOf(results)
	if err != nil {
		return nil, err
	}
	if decided.Allowed {
		return allow(decided), nil
	}
	return deny(decided), nil
}

func inputOf(request *authv3.CheckRequest) (map[string]any, error) {
	text, err := protojson.Marshal(request)
	if err != nil {
		return nil, err
	}
	input := map[string]any{}
	if err := json.Unmarshal(text, &input); err != nil {
		return nil, err
	}
	path, _, _ := strings.Cut(request.GetAttributes().GetRequest().GetHttp().GetPath(), "?")
	parsed := []any{}
	for _, segment := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
		parsed = append(parsed, segment)
	}
	input["parsed_path"] = parsed
	return input, nil
}

// Whoever the policy says nothing about is denied.
func decisionOf(results rego.ResultSet) (decision, error) {
	if len(results) == 0 || len(results[0].Expressions) == 0 {
		return decision{}, nil
	}
	value := results[0].Expressions[0].Value
	if allowed, isBool := value.(bool); isBool {
		return decision{Allowed: allowed}, nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return decision{}, err
	}
	decided := decision{}
	return decided, json.Unmarshal(text, &decided)
}

func allow(decided decision) *authv3.CheckResponse {
	return &authv3.CheckResponse{
		Status:       &status.Status{Code: int32(codes.OK)},
		HttpResponse: &authv3.CheckResponse_OkResponse{OkResponse: &authv3.OkHttpResponse{Headers: headersOf(decided)}},
	}
}

func deny(decided decision) *authv3.CheckResponse {
	code := typev3.StatusCode_Forbidden
	if decided.Status != 0 {
		code = typev3.StatusCode(decided.Status)
	}
	return &authv3.CheckResponse{
		Status: &status.Status{Code: int32(codes.PermissionDenied)},
		HttpResponse: &authv3.CheckResponse_DeniedResponse{DeniedResponse: &authv3.DeniedHttpResponse{
			Status: &typev3.HttpStatus{Code: code}, Headers: headersOf(decided), Body: decided.Body,
		}},
	}
}

func headersOf(decided decision) []*corev3.HeaderValueOption {
	headers := []*corev3.HeaderValueOption{}
	for key, value := range decided.Headers {
		headers = append(headers, &corev3.HeaderValueOption{Header: &corev3.HeaderValue{Key: key, Value: value}})
	}
	return headers
}
