// The peer that the relay is measured against: an ADS server on go-control-plane's snapshot cache.
//
//	server -n 1000 -cluster bench
//
// It serves n clusters with an endpoint each, one listener, and one route configuration of n routes, to every node of
// the cluster. It prints its two addresses as JSON; "POST /change?k=10" on the second changes the endpoints of the
// first k clusters, and answers once the new snapshot is set.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	discoveryv3 "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	"github.com/envoyproxy/go-control-plane/pkg/server/sotw/v3"
	"github.com/envoyproxy/go-control-plane/pkg/server/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
)

func main() {
	n := flag.Int("n", 1000, "clusters, endpoints and routes")
	nodeCluster := flag.String("cluster", "bench", "node.cluster of the nodes that are served")
	flag.Parse()
	if err := run(*n, *nodeCluster); err != nil {
		log.Fatal(err)
	}
}

func run(n int, nodeCluster string) error {
	// In ADS mode, and in the order that its documentation recommends for ADS.
	snapshots := cache.NewSnapshotCache(true, byCluster{}, nil)
	config := newConfiguration(n)
	set := func() error { return snapshots.SetSnapshot(context.Background(), nodeCluster, config.snapshot()) }
	if err := set(); err != nil {
		return err
	}

	ads, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	admin, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	addresses := map[string]string{"ads": ads.Addr().String(), "admin": admin.Addr().String()}
	if err := json.NewEncoder(os.Stdout).Encode(addresses); err != nil {
		return err
	}

	grpcServer := newGrpcServer(snapshots)
	failed := make(chan error, 2)
	go func() { failed <- grpcServer.Serve(ads) }()
	go func() { failed <- http.Serve(admin, changeHandler(config, n, set)) }()
	return <-failed
}

func newGrpcServer(snapshots cache.SnapshotCache) *grpc.Server {
	grpcServer := grpc.NewServer(
		grpc.MaxConcurrentStreams(1_000_000),
		grpc.MaxRecvMsgSize(64<<20),
		// Under full load a client answers a ping only after all that is queued before it.
		grpc.KeepaliveParams(keepalive.ServerParameters{Time: 30 * time.Second, Timeout: 60 * time.Second}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: time.Second, PermitWithoutStream: true}),
	)
	adsServer := server.NewServer(context.Background(), snapshots, nil, sotw.WithOrderedADS())
	discoveryv3.RegisterAggregatedDiscoveryServiceServer(grpcServer, adsServer)
	return grpcServer
}

func changeHandler(config *configuration, n int, set func() error) http.Handler {
	var one sync.Mutex
	mux := http.NewServeMux()
	mux.HandleFunc("POST /change", func(answer http.ResponseWriter, request *http.Request) {
		k, err := strconv.Atoi(request.FormValue("k"))
		if err != nil || k < 1 || k > n {
			http.Error(answer, fmt.Sprintf("k is from 1 to %d", n), http.StatusBadRequest)
			return
		}
		one.Lock()
		defer one.Unlock()
		config.changeEndpoints(k)
		if err := set(); err != nil && !errors.Is(err, context.Canceled) {
			http.Error(answer, err.Error(), http.StatusInternalServerError)
		}
	})
	return mux
}

// byCluster gives all nodes of a cluster the same snapshot.
type byCluster struct{}

func (byCluster) ID(node *corev3.Node) string { return node.GetCluster() }
