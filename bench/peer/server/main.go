// Command server is the peer that the relay is measured against: go-control-plane's snapshot cache in ordered ADS mode,
// serving the same resources as bench/relay-server.ts does.
//
//	POST /change?k=10   publishes a snapshot in which k load assignments differ, and answers when that is done
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"time"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	router "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/router/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	xds "github.com/envoyproxy/go-control-plane/pkg/server/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
)

const group = "bench"

type byCluster struct{}

func (byCluster) ID(node *core.Node) string { return node.GetCluster() }

func main() {
	n := flag.Int("n", 1000, "clusters, load assignments and routes")
	flag.Parse()
	snapshots := cache.NewSnapshotCache(true, byCluster{}, nil)
	world := newWorld(*n)
	must(snapshots.SetSnapshot(context.Background(), group, world.snapshot()))

	server := grpc.NewServer(
		grpc.MaxConcurrentStreams(1_000_000),
		grpc.KeepaliveParams(keepalive.ServerParameters{Time: 30 * time.Second, Timeout: 20 * time.Second}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: time.Second, PermitWithoutStream: true}),
	)
	discovery.RegisterAggregatedDiscoveryServiceServer(server, xds.NewServer(context.Background(), snapshots, nil))
	ads := listen()
	admin := listen()
	http.HandleFunc("POST /change", func(w http.ResponseWriter, r *http.Request) {
		k, err := strconv.Atoi(r.URL.Query().Get("k"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		world.change(k)
		must(snapshots.SetSnapshot(context.Background(), group, world.snapshot()))
	})
	go func() { must(http.Serve(admin, nil)) }()
	fmt.Printf("{\"ads\":%q,\"admin\":%q}\n", ads.Addr(), admin.Addr())
	must(server.Serve(ads))
}

func listen() net.Listener {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	return listener
}

// world is what is served: n of everything, and one listener.
type world struct {
	version   int
	clusters  []types.Resource
	endpoints []types.Resource
	listeners []types.Resource
	routes    []types.Resource
}

func newWorld(n int) *world {
	w := &world{listeners: []types.Resource{theListener()}, routes: []types.Resource{theRoutes(n)}}
	for i := range n {
		w.clusters = append(w.clusters, theCluster(name(i)))
		w.endpoints = append(w.endpoints, assignment(name(i), 1))
	}
	return w
}

func name(i int) string { return fmt.Sprintf("cluster-%05d", i) }

func (w *world) change(k int) {
	w.version++
	// The cache may still be reading the old list.
	w.endpoints = append([]types.Resource(nil), w.endpoints...)
	for i := range min(k, len(w.endpoints)) {
		w.endpoints[i] = assignment(name(i), uint32(1+w.version%60000))
	}
}

func (w *world) snapshot() *cache.Snapshot {
	endpoints := cache.NewResources(fmt.Sprint("e", w.version), w.endpoints)
	snapshot := &cache.Snapshot{}
	snapshot.Resources[types.Endpoint] = endpoints
	snapshot.Resources[types.Cluster] = cache.NewResources("1", w.clusters)
	snapshot.Resources[types.Listener] = cache.NewResources("1", w.listeners)
	snapshot.Resources[types.Route] = cache.NewResources("1", w.routes)
	return snapshot
}

func ads() *core.ConfigSource {
	return &core.ConfigSource{
		ResourceApiVersion:    core.ApiVersion_V3,
		ConfigSourceSpecifier: &core.ConfigSource_Ads{Ads: &core.AggregatedConfigSource{}},
	}
}

func theCluster(name string) *cluster.Cluster {
	return &cluster.Cluster{
		Name:                 name,
		ClusterDiscoveryType: &cluster.Cluster_Type{Type: cluster.Cluster_EDS},
		EdsClusterConfig:     &cluster.Cluster_EdsClusterConfig{EdsConfig: ads()},
		ConnectTimeout:       durationpb.New(5 * time.Second),
	}
}

func address(port uint32) *core.Address {
	return &core.Address{Address: &core.Address_SocketAddress{SocketAddress: &core.SocketAddress{
		Address:       "127.0.0.1",
		PortSpecifier: &core.SocketAddress_PortValue{PortValue: port},
	}}}
}

func assignment(name string, port uint32) *endpoint.ClusterLoadAssignment {
	lb := &endpoint.LbEndpoint{HostIdentifier: &endpoint.LbEndpoint_Endpoint{Endpoint: &endpoint.Endpoint{Address: address(port)}}}
	return &endpoint.ClusterLoadAssignment{
		ClusterName: name,
		Endpoints:   []*endpoint.LocalityLbEndpoints{{LbEndpoints: []*endpoint.LbEndpoint{lb}}},
	}
}

func theRoutes(n int) *route.RouteConfiguration {
	host := &route.VirtualHost{Name: "all", Domains: []string{"*"}}
	for i := range n {
		host.Routes = append(host.Routes, &route.Route{
			Match:  &route.RouteMatch{PathSpecifier: &route.RouteMatch_PathSeparatedPrefix{PathSeparatedPrefix: "/" + name(i)}},
			Action: &route.Route_Route{Route: &route.RouteAction{ClusterSpecifier: &route.RouteAction_Cluster{Cluster: name(i)}}},
		})
	}
	return &route.RouteConfiguration{Name: "rc-0", VirtualHosts: []*route.VirtualHost{host}}
}

func theListener() *listener.Listener {
	manager := &hcm.HttpConnectionManager{
		StatPrefix:     "http",
		RouteSpecifier: &hcm.HttpConnectionManager_Rds{Rds: &hcm.Rds{RouteConfigName: "rc-0", ConfigSource: ads()}},
		HttpFilters: []*hcm.HttpFilter{{
			Name:       "envoy.filters.http.router",
			ConfigType: &hcm.HttpFilter_TypedConfig{TypedConfig: pack(&router.Router{})},
		}},
	}
	return &listener.Listener{
		Name:    "listener-0",
		Address: address(18080),
		FilterChains: []*listener.FilterChain{{Filters: []*listener.Filter{{
			Name:       "envoy.filters.network.http_connection_manager",
			ConfigType: &listener.Filter_TypedConfig{TypedConfig: pack(manager)},
		}}}},
	}
}

func pack(message proto.Message) *anypb.Any {
	packed, err := anypb.New(message)
	must(err)
	return packed
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
