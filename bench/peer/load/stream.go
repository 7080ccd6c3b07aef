package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
)

const (
	prefix        = "type.googleapis.com/envoy.config."
	clusterType   = prefix + "cluster.v3.Cluster"
	endpointType  = prefix + "endpoint.v3.ClusterLoadAssignment"
	listenerType  = prefix + "listener.v3.Listener"
	routeType     = prefix + "route.v3.RouteConfiguration"
	service       = "/envoy.service.discovery.v3.AggregatedDiscoveryService/"
	nackedMessage = "refused on purpose"
)

// stream is one Envoy.
type stream struct {
	grpc.ClientStream
	o             options
	node          []byte
	connection    *grpc.ClientConn
	cancel        context.CancelFunc
	nacks         bool
	names         []string
	have          map[string]int
	lastEndpoints string
	asked         map[string]bool
	full, changed chan time.Time
	armed         atomic.Bool
	closing       atomic.Bool
	isFull        bool
	bytes         atomic.Int64
	afterNack     atomic.Int64
	hasNacked     bool
}

func connect(ctx context.Context, o options, index int) (*stream, error) {
	connection, err := dial(o.address)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	method := service + "DeltaAggregatedResources"
	if o.mode == "sotw" {
		method = service + "StreamAggregatedResources"
	}
	description := &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}
	opened, err := connection.NewStream(ctx, description, method)
	if err != nil {
		cancel()
		return nil, err
	}
	s := &stream{
		ClientStream: opened, o: o, connection: connection, cancel: cancel,
		node:  nodeBytes(fmt.Sprintf("bench-%d", index), "bench"),
		nacks: o.nack == "eds" && index == 0,
		have:  map[string]int{}, asked: map[string]bool{},
		full: make(chan time.Time, 1), changed: make(chan time.Time, 16),
	}
	return s, s.ask(clusterType, nil)
}

func (s *stream) close() {
	s.cancel()
	s.connection.Close()
}

// arm makes the next change of endpoints count.
func (s *stream) arm() { s.armed.Store(true) }

func (s *stream) loop() error {
	for {
		var message []byte
		if err := s.RecvMsg(&message); err != nil {
			return err
		}
		s.bytes.Add(int64(len(message)))
		r, err := parseResponse(message, s.o.mode)
		if err != nil {
			return err
		}
		if err := s.take(r); err != nil {
			return err
		}
	}
}

func (s *stream) take(r response) error {
	if s.nacks && r.typeURL == endpointType && s.isFull {
		if s.hasNacked {
			s.afterNack.Add(1)
		}
		s.hasNacked = true
		return s.answer(r, nackedMessage)
	}
	if err := s.answer(r, ""); err != nil {
		return err
	}
	s.have[r.typeURL] = max(s.have[r.typeURL], len(r.names))
	if r.typeURL == clusterType && len(s.names) < len(r.names) {
		s.names = r.names
	}
	if r.typeURL == endpointType && s.isFull && len(r.names) > 0 && s.armed.CompareAndSwap(true, false) {
		s.changed <- time.Now()
	}
	return s.next(r)
}

// next asks for the type that Envoy would ask for now.
func (s *stream) next(r response) error {
	switch {
	case r.typeURL == clusterType && len(s.names) >= s.o.resources && !s.asked[endpointType]:
		return s.ask(endpointType, s.names)
	case r.typeURL == endpointType && !s.asked[listenerType]:
		return s.ask(listenerType, nil)
	case r.typeURL == listenerType && !s.asked[routeType]:
		return s.ask(routeType, []string{"rc-0"})
	}
	if !s.isFull && s.have[endpointType] >= s.o.resources && s.have[routeType] > 0 {
		s.isFull = true
		s.full <- time.Now()
	}
	return nil
}

// ask sends the first request of a type.
func (s *stream) ask(typeURL string, names []string) error {
	s.asked[typeURL] = true
	message := request{mode: s.o.mode, typeURL: typeURL, names: names}
	if typeURL == clusterType {
		message.node = s.node
	}
	return s.send(message)
}

func (s *stream) answer(r response, problem string) error {
	message := request{mode: s.o.mode, typeURL: r.typeURL, nonce: r.nonce, problem: problem}
	if s.o.mode == "sotw" {
		message.version = r.version
		message.names = s.subscribed(r.typeURL)
		if problem != "" {
			message.version = s.lastEndpoints
		} else if r.typeURL == endpointType {
			s.lastEndpoints = r.version
		}
	}
	return s.send(message)
}

func (s *stream) subscribed(typeURL string) []string {
	switch typeURL {
	case endpointType:
		return s.names
	case routeType:
		return []string{"rc-0"}
	}
	return nil
}

func (s *stream) send(message request) error {
	bytes := message.bytes()
	return s.SendMsg(&bytes)
}
