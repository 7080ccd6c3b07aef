package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// usage is what Linux says of a process: memory in megabytes, CPU time in seconds, to a hundredth.
type usage struct{ rss, peak, cpu float64 }

func usageOf(pid int) (usage, error) {
	var u usage
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return u, err
	}
	for line := range strings.Lines(string(status)) {
		words := strings.Fields(line)
		if len(words) < 2 {
			continue
		}
		kilobytes, _ := strconv.ParseFloat(words[1], 64)
		switch words[0] {
		case "VmRSS:":
			u.rss = kilobytes / 1024
		case "VmHWM:":
			u.peak = kilobytes / 1024
		}
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, err
	}
	// The name of the program, in parentheses, may hold anything; utime and stime are fields 14 and 15.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	for _, ticks := range fields[11:13] {
		hundredths, err := strconv.ParseFloat(ticks, 64)
		if err != nil {
			return u, err
		}
		u.cpu += hundredths / 100
	}
	return u, nil
}

// resetPeak makes Linux forget the most memory that the process has had.
func resetPeak(pid int) error {
	return os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", pid), []byte("5"), 0)
}

type quantiles struct{ P50, P99, Max float64 }

func quantilesOf(times []time.Duration) quantiles {
	slices.Sort(times)
	at := func(share float64) float64 {
		index := min(len(times)-1, int(share*float64(len(times))))
		return float64(times[index].Microseconds()) / 1000
	}
	return quantiles{P50: at(0.5), P99: at(0.99), Max: at(1)}
}
