package main

import (
	"fmt"
	"time"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	routerv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/router/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
)

// configuration is what the relay's side of the benchmark packs into bundles too; see ../../relay/resources.ts.
type configuration struct {
	n int
	// How often the endpoints of each cluster have been changed, and the whole of them.
	changes []int
	version int
}

func newConfiguration(n int) *configuration { return &configuration{n: n, changes: make([]int, n)} }

func (c *configuration) changeEndpoints(k int) {
	for i := range k {
		c.changes[i]++
	}
	c.version++
}

// snapshot makes all resources anew, as a control plane does that compiles its configuration.
func (c *configuration) snapshot() *cache.Snapshot {
	clusters, endpoints := make([]types.Resource, c.n), make([]types.Resource, c.n)
	for i := range c.n {
		clusters[i], endpoints[i] = makeCluster(i), makeEndpoints(i, c.changes[i])
	}
	snapshot := &cache.Snapshot{}
	snapshot.Resources[types.Cluster] = cache.NewResources("1", clusters)
	snapshot.Resources[types.Endpoint] = cache.NewResources(fmt.Sprint(c.version), endpoints)
	snapshot.Resources[types.Route] = cache.NewResources("1", []types.Resource{makeRoutes(c.n)})
	snapshot.Resources[types.Listener] = cache.NewResources("1", []types.Resource{makeListener()})
	return snapshot
}

func clusterName(i int) string { return fmt.Sprintf("cluster-%05d", i) }

func fromADS() *corev3.ConfigSource {
	return &corev3.ConfigSource{
		ResourceApiVersion:    corev3.ApiVersion_V3,
		ConfigSourceSpecifier: &corev3.ConfigSource_Ads{Ads: &corev3.AggregatedConfigSource{}},
	}
}

func makeCluster(i int) *clusterv3.Cluster {
	return &clusterv3.Cluster{
		Name:                 clusterName(i),
		ConnectTimeout:       durationpb.New(5 * time.Second),
		ClusterDiscoveryType: &clusterv3.Cluster_Type{Type: clusterv3.Cluster_EDS},
		EdsClusterConfig:     &clusterv3.Cluster_EdsClusterConfig{EdsConfig: fromADS()},
	}
}

func makeEndpoints(i, changes int) *endpointv3.ClusterLoadAssignment {
	address := socketAddress(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255), 8000+changes)
	endpoint := &endpointv3.LbEndpoint{
		HostIdentifier: &endpointv3.LbEndpoint_Endpoint{Endpoint: &endpointv3.Endpoint{Address: address}},
	}
	return &endpointv3.ClusterLoadAssignment{
		ClusterName: clusterName(i),
		Endpoints:   []*endpointv3.LocalityLbEndpoints{{LbEndpoints: []*endpointv3.LbEndpoint{endpoint}}},
	}
}

func makeRoutes(n int) *routev3.RouteConfiguration {
	routes := make([]*routev3.Route, n)
	for i := range routes {
		routes[i] = &routev3.Route{
			Match: &routev3.RouteMatch{
				PathSpecifier: &routev3.RouteMatch_Prefix{Prefix: fmt.Sprintf("/service-%05d/", i)},
			},
			Action: &routev3.Route_Route{Route: &routev3.RouteAction{
				ClusterSpecifier: &routev3.RouteAction_Cluster{Cluster: clusterName(i)},
				Timeout:          durationpb.New(15 * time.Second),
			}},
		}
	}
	host := &routev3.VirtualHost{Name: "all", Domains: []string{"*"}, Routes: routes}
	return &routev3.RouteConfiguration{Name: "rc-0", VirtualHosts: []*routev3.VirtualHost{host}}
}

func makeListener() *listenerv3.Listener {
	manager := &hcmv3.HttpConnectionManager{
		StatPrefix: "http",
		RouteSpecifier: &hcmv3.HttpConnectionManager_Rds{
			Rds: &hcmv3.Rds{ConfigSource: fromADS(), RouteConfigName: "rc-0"},
		},
		HttpFilters: []*hcmv3.HttpFilter{{
			Name:       "envoy.filters.http.router",
			ConfigType: &hcmv3.HttpFilter_TypedConfig{TypedConfig: pack(&routerv3.Router{})},
		}},
	}
	filter := &listenerv3.Filter{
		Name:       "envoy.filters.network.http_connection_manager",
		ConfigType: &listenerv3.Filter_TypedConfig{TypedConfig: pack(manager)},
	}
	return &listenerv3.Listener{
		Name:         "listener-0",
		Address:      socketAddress("127.0.0.1", 10080),
		FilterChains: []*listenerv3.FilterChain{{Filters: []*listenerv3.Filter{filter}}},
	}
}

func socketAddress(ip string, port int) *corev3.Address {
	return &corev3.Address{Address: &corev3.Address_SocketAddress{SocketAddress: &corev3.SocketAddress{
		Address:       ip,
		PortSpecifier: &corev3.SocketAddress_PortValue{PortValue: uint32(port)},
	}}}
}

func pack(message proto.Message) *anypb.Any {
	packed, err := anypb.New(message)
	if err != nil {
		panic(err) // Both are messages of our own making.
	}
	return packed
}
