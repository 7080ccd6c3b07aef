// Command client is a gRPC client of grpc-go that gets its configuration over xDS, as GRPC_XDS_BOOTSTRAP_CONFIG says:
// client TARGET. It serves HTTP, and with each request to it calls the greeter once.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	_ "google.golang.org/grpc/xds"
	"google.golang.org/protobuf/encoding/protowire"
)

// Messages stay bytes: the service's own types are not known here.
type bytesCodec struct{}

func (bytesCodec) Name() string                  { return "proto" }
func (bytesCodec) Marshal(v any) ([]byte, error) { return *v.(*[]byte), nil }
func (bytesCodec) Unmarshal(data []byte, v any) error {
	*v.(*[]byte) = append([]byte{}, data...)
	return nil
}

func main() {
	connection, err := grpc.NewClient(
		os.Args[1],
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(bytesCodec{})),
	)
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("serving on {\"port\":%d}\n", listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
		if err := json.NewEncoder(answer).Encode(greet(connection)); err != nil {
			log.Print(err)
		}
	})))
}

func greet(connection *grpc.ClientConn) map[string]string {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	request := protowire.AppendString(protowire.AppendTag(nil, 1, protowire.BytesType), "you")
	var reply []byte
	if err := connection.Invoke(ctx, "/enroute.test.Greeter/Greet", &request, &reply); err != nil {
		return map[string]string{"code": status.Code(err).String(), "message": err.Error()}
	}
	_, _, tag := protowire.ConsumeTag(reply)
	greeting, _ := protowire.ConsumeString(reply[tag:])
	return map[string]string{"greeting": greeting}
}
