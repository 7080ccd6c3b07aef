package main

import (
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

const adsService = "/envoy.service.discovery.v3.AggregatedDiscoveryService/"

// rejecting makes all Envoys refuse responses about endpoints, which rejected counts.
var (
	rejecting atomic.Bool
	rejected  atomic.Int64
)

// seen is what the main goroutine may know of an Envoy.
type seen struct {
	completeAt time.Time
	changedAt  time.Time
	bytes      int64
	resources  int
	digest     uint64
	err        error
}

type shared struct {
	mu   sync.Mutex
	seen seen
}

func (s *shared) read() seen {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen
}

// envoy is one client: what it has asked for, and what it holds.
type envoy struct {
	shared
	id      string
	conn    *connection
	holding [typeCount]holding
	isDelta bool
	isFirst bool
}

// holding is what an Envoy has of one type.
type holding struct {
	isAsked bool
	version string
	// What it asks for by name, encoded as the field of the request that holds it.
	names  []byte
	wanted int
	// The hash of each resource, by the number of its name; 0 if it is not there.
	hashes []uint64
	count  int
	// The sum of all hashes.
	digest uint64
}

func newEnvoy(i int) *envoy {
	return &envoy{id: "node-" + strconv.Itoa(i), isDelta: *variant == "delta", isFirst: true}
}

func (e *envoy) run(address string, gate chan struct{}) {
	if err := e.exchange(address, gate); err != nil {
		e.mu.Lock()
		e.seen.err = fmt.Errorf("%s: %w", e.id, err)
		e.mu.Unlock()
	}
}

func (e *envoy) exchange(address string, gate chan struct{}) error {
	method := adsService + "StreamAggregatedResources"
	if e.isDelta {
		method = adsService + "DeltaAggregatedResources"
	}
	gate <- struct{}{}
	conn, err := dial(address, method)
	<-gate
	if err != nil {
		return err
	}
	e.conn = conn
	if err := e.ask(clusters, nil); err != nil {
		return err
	}
	return conn.read(e.receive)
}

func (e *envoy) receive(message []byte) error {
	now := time.Now()
	lastResponse.Store(now.UnixNano())
	r, err := readResponse(message, e.isDelta)
	if err != nil {
		return err
	}
	h := &e.holding[r.kind]
	if r.kind == endpoints && rejecting.Load() {
		rejected.Add(1)
		e.note(now, len(message))
		return e.answer(r, true)
	}
	h.take(r)
	h.version = r.version
	e.note(now, len(message))
	if err := e.answer(r, false); err != nil {
		return err
	}
	return e.goOn()
}

// goOn asks for what Envoy would ask for next.
func (e *envoy) goOn() error {
	h := &e.holding
	if h[clusters].count > 0 && !h[endpoints].isAsked {
		return e.ask(endpoints, e.clusterNames())
	}
	if h[endpoints].isComplete() && !h[listeners].isAsked {
		return e.ask(listeners, nil)
	}
	if h[listeners].count > 0 && !h[routes].isAsked {
		return e.ask(routes, []string{"rc-0"})
	}
	return nil
}

func (e *envoy) clusterNames() []string {
	var names []string
	for number, hash := range e.holding[clusters].hashes {
		if hash != 0 {
			names = append(names, known[clusters].name(number))
		}
	}
	return names
}

// ask subscribes to a type: to the names, or to everything.
func (e *envoy) ask(k kind, names []string) error {
	h := &e.holding[k]
	h.isAsked, h.wanted, h.names = true, len(names), encodedNames(k, names)
	node := []byte(nil)
	if e.isFirst {
		node = encodeNode(e.id, *cluster, e.isDelta)
		e.isFirst = false
	}
	return e.conn.send(node, h.names, encodeTypeURL(k, e.isDelta))
}

// answer accepts or refuses a response. The State of the World repeats all names each time.
func (e *envoy) answer(r response, isRefusal bool) error {
	h := &e.holding[r.kind]
	parts := [][]byte{encodeTypeURL(r.kind, e.isDelta), encodeNonce(r.nonce, e.isDelta)}
	if !e.isDelta {
		parts = append(parts, h.names, encodeVersion(h.version))
	}
	if isRefusal {
		parts = append(parts, encodeError(e.isDelta))
	}
	return e.conn.send(parts...)
}

// note records what the last response has changed.
func (e *envoy) note(now time.Time, length int) {
	digest, count := uint64(0), 0
	for _, h := range e.holding {
		digest = digest*1_000_003 + h.digest
		count += h.count
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.seen.bytes += int64(length) + messagePrefix
	e.seen.resources = count
	if digest != e.seen.digest {
		e.seen.digest, e.seen.changedAt = digest, now
	}
	if e.seen.completeAt.IsZero() && e.holding[listeners].count > 0 && e.holding[endpoints].isComplete() && e.holding[routes].isComplete() {
		e.seen.completeAt = now
	}
}

func (e *envoy) isComplete() bool { return !e.read().completeAt.IsZero() }

func (h *holding) isComplete() bool { return h.isAsked && h.count >= h.wanted }

func (h *holding) take(r response) {
	if r.isWhole {
		clear(h.hashes)
		h.count, h.digest = 0, 0
	}
	for _, resource := range r.resources {
		h.put(resource.number, resource.hash)
	}
	for _, number := range r.removed {
		h.put(number, 0)
	}
}

func (h *holding) put(number int, hash uint64) {
	for len(h.hashes) <= number {
		h.hashes = append(h.hashes, 0)
	}
	before := h.hashes[number]
	h.hashes[number] = hash
	h.digest += hash - before
	switch {
	case before == 0 && hash != 0:
		h.count++
	case before != 0 && hash == 0:
		h.count--
	}
}
