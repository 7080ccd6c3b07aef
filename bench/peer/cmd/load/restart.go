package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

// restarting says that connections are lost for a reason; restarted is closed once there is a successor.
var (
	restarting atomic.Bool
	restarted  = make(chan struct{})
	successor  string
)

// storm is about the time from when the new server is ready until every Envoy has its last response from it, or its
// greeting if it is told nothing.
type storm struct {
	Times          quantiles
	CPU            float64
	RSS, Peak      float64
	BytesPerStream int64
}

func restartServer(envoys []*envoy) (*storm, error) {
	settle()
	restarting.Store(true)
	var next struct {
		Address string
		Pid     int
	}
	if err := postFor(*restart, &next); err != nil {
		return nil, err
	}
	for _, e := range envoys {
		e.mu.Lock()
		e.seen.isGreeted, e.seen.bytes = false, 0
		e.mu.Unlock()
	}
	before, err := usageOf(next.Pid)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	successor = next.Address
	close(restarted)
	isOver := func() bool {
		return silence() > *quiet && all(envoys, func(e *envoy) bool { return e.read().isGreeted })
	}
	if err := waitUntil(envoys, isOver); err != nil {
		return nil, fmt.Errorf("waiting for the Envoys to be back: %w", err)
	}
	after, err := usageOf(next.Pid)
	s := storm{CPU: after.cpu - before.cpu, RSS: after.rss, Peak: after.peak}
	times := make([]time.Duration, len(envoys))
	for i, e := range envoys {
		state := e.read()
		times[i] = state.lastAt.Sub(start)
		s.BytesPerStream += state.bytes / int64(len(envoys))
	}
	s.Times = quantilesOf(times)
	return &s, err
}
