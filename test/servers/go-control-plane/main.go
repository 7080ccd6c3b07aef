// Command snapshots prints the snapshots that the integration test of go-control-plane serves, as JSON.
//
//	snapshots -mode delta-ads -upstream 8080 -base 9000 -updates 3
//
// The answer is a list of snapshots. Each is a list of resources: type URL, name, and the encoded message in base64.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	cacheresource "github.com/envoyproxy/go-control-plane/pkg/resource/v3"
	resource "github.com/envoyproxy/go-control-plane/pkg/test/resource/v3"
	"google.golang.org/protobuf/proto"
)

type namedResource struct {
	TypeURL string `json:"typeUrl"`
	Name    string `json:"name"`
	Value   []byte `json:"value"`
}

func main() {
	var (
		mode     = flag.String("mode", resource.Ads, "ads or delta-ads: how resources refer to each other")
		upstream = flag.Uint("upstream", 0, "port of the only endpoint of each cluster")
		base     = flag.Uint("base", 0, "port of the first listener; the others have those after it")
		updates  = flag.Int("updates", 3, "how many snapshots")
		clusters = flag.Int("clusters", 4, "clusters")
		http     = flag.Int("http", 2, "HTTP listeners, each with a route configuration")
		scoped   = flag.Int("scoped-http", 2, "HTTP listeners with scoped routes")
		tcp      = flag.Int("tcp", 2, "TCP listeners")
		vhds     = flag.Int("vhds-http", 0, "HTTP listeners with virtual hosts of their own")
		runtimes = flag.Int("runtimes", 1, "runtime layers")
		tls      = flag.Bool("tls", false, "certificates by SDS on all listeners")
		keep     = flag.Bool("keep-scoped-names", false, "route configurations of scopes keep their names")
	)
	flag.Parse()
	test := resource.TestSnapshot{
		Xds:                    *mode,
		UpstreamPort:           uint32(*upstream),
		BasePort:               uint32(*base),
		NumClusters:            *clusters,
		NumHTTPListeners:       *http,
		NumScopedHTTPListeners: *scoped,
		NumTCPListeners:        *tcp,
		NumVHDSHTTPListeners:   *vhds,
		NumRuntimes:            *runtimes,
		TLS:                    *tls,
	}
	snapshots := make([][]namedResource, 0, *updates)
	for update := range *updates {
		test.Version = fmt.Sprintf("v%d", update)
		snapshot := test.Generate()
		if *keep {
			keepScopedNames(snapshot)
		}
		snapshots = append(snapshots, resourcesOf(snapshot))
	}
	if err := json.NewEncoder(os.Stdout).Encode(snapshots); err != nil {
		log.Fatal(err)
	}
}

// keepScopedNames names the route configuration of each scope like the scope, which has one name in all snapshots.
func keepScopedNames(snapshot *cache.Snapshot) {
	routes := snapshot.Resources[types.Route].Items
	for name, item := range snapshot.GetResources(cacheresource.ScopedRouteType) {
		scope := item.(*route.ScopedRouteConfiguration)
		old := scope.GetRouteConfigurationName()
		configuration := routes[old]
		configuration.Resource.(*route.RouteConfiguration).Name = name
		scope.RouteConfigurationName = name
		delete(routes, old)
		routes[name] = configuration
	}
}

func resourcesOf(snapshot *cache.Snapshot) []namedResource {
	var all []namedResource
	for place := range types.UnknownType {
		typeURL, err := cache.GetResponseTypeURL(place)
		if err != nil {
			log.Fatal(err)
		}
		for name, message := range snapshot.GetResources(typeURL) {
			value, err := proto.MarshalOptions{Deterministic: true}.Marshal(message)
			if err != nil {
				log.Fatal(err)
			}
			all = append(all, namedResource{typeURL, name, value})
		}
	}
	return all
}
