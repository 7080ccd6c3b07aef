package main

import (
	"errors"
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
	// When it last got anything, the server's greeting included.
	lastAt    time.Time
	isGreeted bool
	changedAt time.Time
	bytes     int64
	resources int
	digest    uint64
	err       error
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
	// Notes the versions of resources, for all to report when they connect anew.
	isWitness bool
	// Goes as soon as it has everything.
	isGuest bool
	window  int
	pause   time.Duration
}

var errLeft = errors.New("has left")

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
	return &envoy{id: "node-" + strconv.Itoa(i), isDelta: *variant == "delta", isFirst: true, isWitness: i == 0, window: envoyWindow}
}

// run stays connected, if need be to the server that takes the place of the first.
func (e *envoy) run(address string, gate chan struct{}) {
	err := e.exchange(address, gate, e.begin)
	if restarting.Load() {
		<-restarted
		e.isFirst = true
		err = e.exchange(successor, gate, e.resume)
	}
	if err != nil {
		e.mu.Lock()
		e.seen.err = fmt.Errorf("%s: %w", e.id, err)
		e.mu.Unlock()
	}
}

func (e *envoy) exchange(address string, gate chan struct{}, start func() error) error {
	method := adsService + "StreamAggregatedResources"
	if e.isDelta {
		method = adsService + "DeltaAggregatedResources"
	}
	gate <- struct{}{}
	conn, err := dial(address, method, e.window)
	<-gate
	if err != nil {
		return err
	}
	defer conn.conn.Close()
	conn.pause = e.pause
	e.conn = conn
	if err := start(); err != nil {
		return err
	}
	return conn.read(e.greeted, e.receive)
}

func (e *envoy) begin() error { return e.ask(clusters, nil) }

// resume asks for everything at once, and says what it has: by type in the State of the World, by resource in delta.
func (e *envoy) resume() error {
	for _, k := range []kind{clusters, endpoints, listeners, routes} {
		h := &e.holding[k]
		held := encodeVersion(h.version)
		if e.isDelta {
			held = encodedVersions(k)
		}
		if err := e.conn.send(e.node(), h.names, encodeTypeURL(k, e.isDelta), held); err != nil {
			return err
		}
	}
	return nil
}

func (e *envoy) greeted() {
	now := time.Now()
	lastResponse.Store(now.UnixNano())
	e.mu.Lock()
	defer e.mu.Unlock()
	e.seen.isGreeted, e.seen.lastAt = true, now
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
	if e.isWitness && e.isDelta {
		noteVersions(r)
	}
	e.note(now, len(message))
	if err := e.answer(r, false); err != nil {
		return err
	}
	if e.isGuest && e.isComplete() {
		return errLeft
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
	return e.conn.send(e.node(), h.names, encodeTypeURL(k, e.isDelta))
}

// node is the field of that name, in the first request of a stream.
func (e *envoy) node() []byte {
	if !e.isFirst {
		return nil
	}
	e.isFirst = false
	return encodeNode(e.id, *cluster, e.isDelta)
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
	e.seen.lastAt = now
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
