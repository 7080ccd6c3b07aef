// A load client for any ADS server: many Envoys in one process, fast enough not to be what is measured.
//
//	load -address 127.0.0.1:18000 -streams 1000 -variant delta -pid 4711 -trigger http://127.0.0.1:18001/change?k=10
//
// Each Envoy has a connection of its own and asks as Envoy does: for all clusters; for their endpoints by name; once
// these are there, for all listeners; then for a route configuration by name. It accepts everything. Then the trigger
// makes the server change something, some rounds long. A round is over when all have got another state and none has got
// anything for a while; it is good if all have got the same state. With -reject they refuse every response about
// endpoints instead, and the responses that come all the same are counted. With -restart they all lose their server at
// once, and connect to another with what they have.
//
// The last line of the output is a JSON object, the report.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

var (
	address = flag.String("address", "", "the ADS server")
	streams = flag.Int("streams", 1, "how many Envoys")
	variant = flag.String("variant", "sotw", "sotw or delta")
	cluster = flag.String("cluster", "bench", "node.cluster")
	pid     = flag.Int("pid", 0, "the server's process, for its memory and CPU time")
	trigger = flag.String("trigger", "", "URL to post to for a change")
	rounds  = flag.Int("rounds", 3, "how many changes")
	quiet   = flag.Duration("quiet", time.Second, "how long nothing comes before a round is over")
	limit   = flag.Duration("limit", 5*time.Minute, "limit of each phase")
	reject  = flag.Duration("reject", 0, "refuse all responses about endpoints once everything is there, for so long")
	restart = flag.String("restart", "", "URL to post to for another server in place of the first; it answers with JSON: Address, Pid")
	stalled = flag.Int("stalled", 0, "how many Envoys there are besides that ask for everything and read nothing")
	slow    = flag.Int("slow", 0, "how many Envoys there are besides that read 16 KB every 50 ms")
	churn   = flag.Int("churn", 0, "how many Envoys come once the others are there, get everything and go")
	pausing = flag.String("pause", "", "URL to post to after each thousand of these")
)

// lastResponse is when anybody last got a response, in nanoseconds since the epoch.
var lastResponse atomic.Int64

func main() {
	flag.Parse()
	report, err := run()
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(report); err != nil {
		log.Fatal(err)
	}
}

// report is what the benchmark reads: times in milliseconds, memory in megabytes, CPU time in seconds.
type report struct {
	Full      full
	Change    *change    `json:",omitempty"`
	Rejecting *rejection `json:",omitempty"`
	Storm     *storm     `json:",omitempty"`
	Churn     *churning  `json:",omitempty"`
}

// full is about the time until every Envoy has everything.
type full struct {
	Times                quantiles
	CPU                  float64
	RSSBefore, RSS, Peak float64
	BytesPerStream       int64
	ResourcesPerStream   int
	ClientCPU            float64
}

// change is about all rounds, CPU and bytes a round.
type change struct {
	Times          quantiles
	CPU            float64
	RSS, Peak      float64
	BytesPerStream int64
	BadRounds      int
}

// rejection is about the time in which every response about endpoints is refused.
type rejection struct {
	Responses int64
	CPU       float64
	Megabytes float64
}

func run() (*report, error) {
	var r report
	envoys := make([]*envoy, *streams)
	for i := range envoys {
		envoys[i] = newEnvoy(i)
	}
	if err := resetPeak(*pid); err != nil {
		return nil, err
	}
	before, err := usageOf(*pid)
	if err != nil {
		return nil, err
	}
	if err := r.open(envoys, before); err != nil {
		return nil, err
	}
	addBadReaders()
	switch {
	case *restart != "":
		r.Storm, err = restartServer(envoys)
	case *churn > 0:
		r.Churn, err = churnStreams()
	case *trigger == "":
	case *reject > 0:
		r.Rejecting, err = rejectAll(envoys)
	default:
		r.Change, err = changeAll(envoys)
	}
	return &r, err
}

// connecting bounds how many connections are opened at once: a listening socket's queue is short.
const connecting = 64

func (r *report) open(envoys []*envoy, before usage) error {
	start := time.Now()
	gate := make(chan struct{}, connecting)
	for _, e := range envoys {
		go e.run(*address, gate)
	}
	if err := waitUntil(envoys, func() bool { return all(envoys, (*envoy).isComplete) }); err != nil {
		return fmt.Errorf("waiting for the full configuration: %w", err)
	}
	time.Sleep(300 * time.Millisecond) // The last ACKs are part of the work.
	after, err := usageOf(*pid)
	if err != nil {
		return err
	}
	times := make([]time.Duration, len(envoys))
	bytes := int64(0)
	for i, e := range envoys {
		state := e.read()
		times[i] = state.completeAt.Sub(start)
		bytes += state.bytes
		r.Full.ResourcesPerStream = state.resources
	}
	r.Full.Times = quantilesOf(times)
	r.Full.BytesPerStream = bytes / int64(len(envoys))
	r.Full.CPU = after.cpu - before.cpu
	r.Full.RSSBefore, r.Full.RSS, r.Full.Peak = before.rss, after.rss, after.peak
	own, err := usageOf(os.Getpid())
	r.Full.ClientCPU = own.cpu
	return err
}

func changeAll(envoys []*envoy) (*change, error) {
	var c change
	var times []time.Duration
	bytes := int64(0)
	for range *rounds {
		settle()
		if err := resetPeak(*pid); err != nil {
			return nil, err
		}
		before, err := usageOf(*pid)
		if err != nil {
			return nil, err
		}
		start, err := changeOnce(envoys)
		if err != nil {
			return nil, err
		}
		after, err := usageOf(*pid)
		if err != nil {
			return nil, err
		}
		c.CPU += (after.cpu - before.cpu) / float64(*rounds)
		c.RSS, c.Peak = after.rss, max(c.Peak, after.peak)
		c.BadRounds += isUnequal(envoys)
		for _, e := range envoys {
			state := e.read()
			times = append(times, state.changedAt.Sub(start))
			bytes += state.bytes
		}
	}
	c.Times = quantilesOf(times)
	c.BytesPerStream = bytes / int64(len(times))
	return &c, nil
}

// changeOnce pulls the trigger and waits until all have another state; it returns when it began.
func changeOnce(envoys []*envoy) (time.Time, error) {
	digests := startRound(envoys)
	start := time.Now()
	if err := post(*trigger); err != nil {
		return start, err
	}
	isOver := func() bool {
		return silence() > *quiet && all(envoys, func(e *envoy) bool { return e.read().digest != digests[e] })
	}
	if err := waitUntil(envoys, isOver); err != nil {
		return start, fmt.Errorf("waiting for the change: %w", err)
	}
	return start, nil
}

// isUnequal is 1 if the Envoys do not hold the same, else 0.
func isUnequal(envoys []*envoy) int {
	for _, e := range envoys {
		if e.read().digest != envoys[0].read().digest {
			return 1
		}
	}
	return 0
}

// startRound begins to count bytes anew, and returns the digest of each Envoy's state.
func startRound(envoys []*envoy) map[*envoy]uint64 {
	digests := make(map[*envoy]uint64, len(envoys))
	for _, e := range envoys {
		e.mu.Lock()
		e.seen.bytes = 0
		digests[e] = e.seen.digest
		e.mu.Unlock()
	}
	return digests
}

func rejectAll(envoys []*envoy) (*rejection, error) {
	settle()
	before, err := usageOf(*pid)
	if err != nil {
		return nil, err
	}
	startRound(envoys)
	rejecting.Store(true)
	if err := post(*trigger); err != nil {
		return nil, err
	}
	time.Sleep(*reject)
	rejecting.Store(false)
	after, err := usageOf(*pid)
	r := rejection{Responses: rejected.Load(), CPU: after.cpu - before.cpu}
	for _, e := range envoys {
		r.Megabytes += float64(e.read().bytes) / 1e6
	}
	return &r, err
}

func post(url string) error { return postFor(url, nil) }

// postFor reads the answer as JSON, if anybody wants it.
func postFor(url string, wanted any) error {
	answer, err := http.Post(url, "", nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return fmt.Errorf("%s answers %s", url, answer.Status)
	}
	if wanted == nil {
		return nil
	}
	return json.NewDecoder(answer.Body).Decode(wanted)
}

func silence() time.Duration { return time.Since(time.Unix(0, lastResponse.Load())) }

func settle() {
	for silence() < *quiet {
		time.Sleep(10 * time.Millisecond)
	}
}

func waitUntil(envoys []*envoy, done func() bool) error {
	deadline := time.Now().Add(*limit)
	for !done() {
		time.Sleep(5 * time.Millisecond)
		if time.Now().After(deadline) {
			return fmt.Errorf("not within %s", *limit)
		}
		for _, e := range envoys {
			if err := e.read().err; err != nil {
				return err
			}
		}
	}
	return nil
}

func all(envoys []*envoy, holds func(*envoy) bool) bool {
	for _, e := range envoys {
		if !holds(e) {
			return false
		}
	}
	return true
}
