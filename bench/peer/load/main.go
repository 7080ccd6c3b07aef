// Command load plays many Envoys against one ADS server, whichever it is, and prints one line of JSON.
//
// Each stream asks as Envoy does: clusters, their endpoints by name, listeners, routes; acknowledges everything, and
// has its full configuration when it has n clusters, n load assignments, one listener and one route configuration.
// Then the trigger is called some times, and each time every stream must get new endpoints.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

type options struct {
	address, mode, trigger, nack string
	streams, resources, rounds   int
	timeout                      time.Duration
}

type result struct {
	FullMs        float64   `json:"fullMs"`
	ChangeMs      quantiles `json:"changeMs"`
	BytesFull     int64     `json:"bytesFullPerStream"`
	BytesChange   int64     `json:"bytesChangePerStream"`
	NackResponses int64     `json:"responsesAfterNack"`
}

type quantiles struct {
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

func main() {
	o := options{}
	flag.StringVar(&o.address, "address", "", "host:port of the ADS server")
	flag.StringVar(&o.mode, "mode", "delta", "delta or sotw")
	flag.StringVar(&o.trigger, "trigger", "", "URL to POST to for a change")
	flag.StringVar(&o.nack, "nack", "", "eds: one stream refuses every change for three seconds, and what it is sent is counted")
	flag.IntVar(&o.streams, "streams", 100, "connections, with one stream each")
	flag.IntVar(&o.resources, "resources", 100, "clusters and load assignments to expect")
	flag.IntVar(&o.rounds, "rounds", 3, "changes")
	flag.DurationVar(&o.timeout, "timeout", 5*time.Minute, "when to give up")
	flag.Parse()
	ctx, cancel := context.WithTimeout(context.Background(), o.timeout)
	defer cancel()
	measured, err := run(ctx, o)
	if err != nil {
		log.Fatal(err)
	}
	must(json.NewEncoder(os.Stdout).Encode(measured))
}

func run(ctx context.Context, o options) (result, error) {
	streams := make([]*stream, o.streams)
	var wait sync.WaitGroup
	var failure atomic.Value
	began := time.Now()
	for i := range streams {
		s, err := connect(ctx, o, i)
		if err != nil {
			return result{}, err
		}
		streams[i] = s
		wait.Add(1)
		go func() {
			defer wait.Done()
			if err := s.loop(); err != nil && ctx.Err() == nil && !s.closing.Load() {
				failure.Store(err)
			}
		}()
	}
	full, err := awaitAll(ctx, streams, began, func(s *stream) <-chan time.Time { return s.full })
	if err != nil {
		return result{}, orFailure(err, &failure)
	}
	r := result{FullMs: full.Max, BytesFull: bytesOf(streams)}
	if r.ChangeMs, err = changes(ctx, o, streams); err != nil {
		return r, orFailure(err, &failure)
	}
	r.BytesChange = (bytesOf(streams) - r.BytesFull) / int64(max(o.rounds, 1))
	for _, s := range streams {
		r.NackResponses += s.afterNack.Load()
		s.closing.Store(true)
		s.close()
	}
	wait.Wait()
	return r, nil
}

func orFailure(err error, failure *atomic.Value) error {
	if first, ok := failure.Load().(error); ok {
		return first
	}
	return err
}

// changes triggers one change after the other, each when all streams have the one before.
func changes(ctx context.Context, o options, streams []*stream) (quantiles, error) {
	var all []float64
	for range o.rounds {
		time.Sleep(300 * time.Millisecond) // What is left of the round before, such as acknowledgements, is no part of this one.
		for _, s := range streams {
			s.arm()
		}
		began := time.Now()
		if err := post(ctx, o.trigger); err != nil {
			return quantiles{}, err
		}
		times, err := collect(ctx, streams, began, func(s *stream) <-chan time.Time { return s.changed })
		if err != nil {
			return quantiles{}, err
		}
		all = append(all, times...)
	}
	if o.nack != "" {
		time.Sleep(3 * time.Second)
	}
	return quantilesOf(all), nil
}

func post(ctx context.Context, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return err
	}
	if response.StatusCode >= 300 {
		return fmt.Errorf("the trigger answered %s", response.Status)
	}
	return nil
}

func awaitAll(ctx context.Context, streams []*stream, began time.Time, of func(*stream) <-chan time.Time) (quantiles, error) {
	times, err := collect(ctx, streams, began, of)
	return quantilesOf(times), err
}

func collect(ctx context.Context, streams []*stream, began time.Time, of func(*stream) <-chan time.Time) ([]float64, error) {
	times := make([]float64, 0, len(streams))
	for _, s := range streams {
		if s.nacks {
			continue
		}
		select {
		case at := <-of(s):
			times = append(times, float64(at.Sub(began).Microseconds())/1000)
		case <-ctx.Done():
			return nil, fmt.Errorf("after %d of %d streams: %w", len(times), len(streams), ctx.Err())
		}
	}
	return times, nil
}

func quantilesOf(times []float64) quantiles {
	if len(times) == 0 {
		return quantiles{}
	}
	slices.Sort(times)
	at := func(q float64) float64 { return times[min(len(times)-1, int(q*float64(len(times))))] }
	return quantiles{P50: at(0.5), P99: at(0.99), Max: times[len(times)-1]}
}

func bytesOf(streams []*stream) int64 {
	var sum int64
	for _, s := range streams {
		sum += s.bytes.Load()
	}
	return sum / int64(len(streams))
}

func dial(address string) (*grpc.ClientConn, error) {
	return grpc.NewClient(address,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithInitialWindowSize(1<<20), grpc.WithInitialConnWindowSize(1<<20),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(rawCodec{}), grpc.MaxCallRecvMsgSize(1<<30), grpc.MaxCallSendMsgSize(1<<30)))
}

// rawCodec leaves messages as they are: bytes.
type rawCodec struct{}

func (rawCodec) Name() string                        { return "proto" }
func (rawCodec) Marshal(message any) ([]byte, error) { return *message.(*[]byte), nil }
func (rawCodec) Unmarshal(data []byte, message any) error {
	*message.(*[]byte) = data
	return nil
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
