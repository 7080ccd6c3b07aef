package main

import (
	"errors"
	"sync"
	"time"
)

// churning is about Envoys that come and go, and the server's memory after each thousand of them.
type churning struct {
	Seconds, CPU float64
	RSS          []float64
}

const batch = 1000

func churnStreams() (*churning, error) {
	var c churning
	before, err := usageOf(*pid)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	for first := 0; first < *churn; first += batch {
		if err := comeAndGo(first, min(batch, *churn-first)); err != nil {
			return nil, err
		}
		if *pausing != "" {
			if err := post(*pausing); err != nil {
				return nil, err
			}
		}
		after, err := usageOf(*pid)
		if err != nil {
			return nil, err
		}
		c.CPU, c.RSS = after.cpu-before.cpu, append(c.RSS, after.rss)
	}
	c.Seconds = time.Since(start).Seconds()
	return &c, nil
}

// comeAndGo has so many Envoys come, one after the other on each of some goroutines.
func comeAndGo(first, count int) error {
	numbers := make(chan int)
	failures := make(chan error, connecting)
	var working sync.WaitGroup
	for range connecting {
		working.Go(func() {
			gate := make(chan struct{}, 1)
			for number := range numbers {
				e := newEnvoy(2_000_000 + number)
				e.isGuest = true
				if err := e.exchange(*address, gate, e.begin); !errors.Is(err, errLeft) {
					failures <- err
					return
				}
			}
		})
	}
	go func() {
		defer close(numbers)
		for number := first; number < first+count; number++ {
			numbers <- number
		}
	}()
	done := make(chan struct{})
	go func() { working.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case err := <-failures:
		return err
	}
}
