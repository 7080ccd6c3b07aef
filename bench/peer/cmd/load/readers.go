package main

import "time"

// addBadReaders connects those Envoys that are a burden, and waits until they are. Nobody waits for what they get.
func addBadReaders() {
	gate := make(chan struct{}, connecting)
	for i := range *stalled + *slow {
		e := newEnvoy(1_000_000 + i)
		e.window = smallWindow
		// One that is stalled reads on in an hour.
		e.pause = time.Hour
		if i >= *stalled {
			e.pause = 50 * time.Millisecond
		}
		go e.run(*address, gate)
	}
	if *stalled+*slow > 0 {
		time.Sleep(2 * time.Second)
	}
}
