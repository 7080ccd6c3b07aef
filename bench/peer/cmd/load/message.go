package main

import (
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"

	"google.golang.org/protobuf/encoding/protowire"
)

type kind int

const (
	clusters kind = iota
	endpoints
	listeners
	routes
	typeCount
)

var typeURLs = [typeCount]string{
	"type.googleapis.com/envoy.config.cluster.v3.Cluster",
	"type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment",
	"type.googleapis.com/envoy.config.listener.v3.Listener",
	"type.googleapis.com/envoy.config.route.v3.RouteConfiguration",
}

// response is what an Envoy must know of a DiscoveryResponse or DeltaDiscoveryResponse.
type response struct {
	kind           kind
	version, nonce string
	// Whether what it does not name is gone.
	isWhole   bool
	resources []resource
	removed   []int
}

// resource is a resource by the number of its name, and what is in it by a hash.
type resource struct {
	number int
	hash   uint64
	// Delta only; a part of the message.
	version []byte
}

var errMalformed = errors.New("the response is no protobuf message")

// readResponse needs the type before the resources, and protobuf promises no order, so it goes through it twice.
func readResponse(message []byte, isDelta bool) (response, error) {
	r := response{kind: -1}
	count := 0
	isSound := eachField(message, func(number protowire.Number, value []byte) {
		switch number {
		case 1:
			r.version = string(value)
		case 2:
			count++
		case 4:
			r.kind = kind(slices.Index(typeURLs[:], string(value)))
		case 5:
			r.nonce = string(value)
		}
	})
	if !isSound {
		return r, errMalformed
	}
	if r.kind < 0 {
		return r, fmt.Errorf("a response of another type than those asked for")
	}
	r.isWhole = !isDelta && (r.kind == clusters || r.kind == listeners)
	r.resources = make([]resource, 0, count)
	eachField(message, func(number protowire.Number, value []byte) {
		switch {
		case number == 2 && isDelta:
			found := readResource(r.kind, fieldOf(fieldOf(value, 2), 2))
			found.version = fieldOf(value, 1)
			r.resources = append(r.resources, found)
		case number == 2:
			r.resources = append(r.resources, readResource(r.kind, fieldOf(value, 2)))
		case number == 6 && isDelta:
			r.removed = append(r.removed, known[r.kind].number(value))
		}
	})
	return r, nil
}

var seed = maphash.MakeSeed()

// readResource looks at the name only, which is field 1 of all four types.
func readResource(k kind, value []byte) resource {
	return resource{number: known[k].number(fieldOf(value, 1)), hash: maphash.Bytes(seed, value) | 1}
}

// eachField calls a function for each field that has a length; all that matter here do.
func eachField(message []byte, visit func(protowire.Number, []byte)) bool {
	for len(message) > 0 {
		number, wireType, n := protowire.ConsumeTag(message)
		if n < 0 {
			return false
		}
		message = message[n:]
		if wireType == protowire.BytesType {
			value, n := protowire.ConsumeBytes(message)
			if n < 0 {
				return false
			}
			visit(number, value)
			message = message[n:]
			continue
		}
		if n = protowire.ConsumeFieldValue(number, wireType, message); n < 0 {
			return false
		}
		message = message[n:]
	}
	return true
}

// fieldOf is the first field of that number. It stops there: what follows may be long.
func fieldOf(message []byte, wanted protowire.Number) []byte {
	for len(message) > 0 {
		number, wireType, n := protowire.ConsumeTag(message)
		if n < 0 {
			return nil
		}
		message = message[n:]
		if number == wanted && wireType == protowire.BytesType {
			value, _ := protowire.ConsumeBytes(message)
			return value
		}
		if n = protowire.ConsumeFieldValue(number, wireType, message); n < 0 {
			return nil
		}
		message = message[n:]
	}
	return nil
}

// numbering gives each name a number, the same for all Envoys.
type numbering struct {
	mu      sync.RWMutex
	numbers map[string]int
	names   []string
}

var known = func() (all [typeCount]*numbering) {
	for k := range all {
		all[k] = &numbering{numbers: map[string]int{}}
	}
	return all
}()

func (n *numbering) number(name []byte) int {
	n.mu.RLock()
	number, ok := n.numbers[string(name)]
	n.mu.RUnlock()
	if ok {
		return number
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if number, ok := n.numbers[string(name)]; ok {
		return number
	}
	text := string(name)
	n.numbers[text] = len(n.names)
	n.names = append(n.names, text)
	return len(n.names) - 1
}

func (n *numbering) name(number int) string {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.names[number]
}

// named is a list of names as a request holds it.
type named struct {
	names []string
	field []byte
}

var lastNamed [typeCount]atomic.Pointer[named]

// encodedNames is the field resource_names or resource_names_subscribe, both of which have the number 3. Envoys that ask
// for the same share it.
func encodedNames(k kind, names []string) []byte {
	if last := lastNamed[k].Load(); last != nil && slices.Equal(last.names, names) {
		return last.field
	}
	var field []byte
	for _, name := range names {
		field = appendText(field, 3, name)
	}
	lastNamed[k].Store(&named{names, field})
	return field
}

// versions are those of all resources, by the numbers of their names, as one Envoy has seen them; all have the same.
var versions [typeCount][]string

func noteVersions(r response) {
	all := versions[r.kind]
	for _, resource := range r.resources {
		for len(all) <= resource.number {
			all = append(all, "")
		}
		all[resource.number] = string(resource.version)
	}
	versions[r.kind] = all
}

var (
	encodedOnce [typeCount]sync.Once
	encoded     [typeCount][]byte
)

// encodedVersions is the field initial_resource_versions. It is asked for when no version changes any more.
func encodedVersions(k kind) []byte {
	encodedOnce[k].Do(func() {
		for number, version := range versions[k] {
			entry := appendText(appendText(nil, 1, known[k].name(number)), 2, version)
			encoded[k] = appendMessage(encoded[k], 5, entry)
		}
	})
	return encoded[k]
}

func appendText(message []byte, number protowire.Number, text string) []byte {
	return protowire.AppendString(protowire.AppendTag(message, number, protowire.BytesType), text)
}

func appendMessage(message []byte, number protowire.Number, inner []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(message, number, protowire.BytesType), inner)
}

// The fields of DiscoveryRequest and DeltaDiscoveryRequest have different numbers.

func encodeNode(id, cluster string, isDelta bool) []byte {
	return appendMessage(nil, oneOf(isDelta, 1, 2), appendText(appendText(nil, 1, id), 2, cluster))
}

func encodeTypeURL(k kind, isDelta bool) []byte {
	return appendText(nil, oneOf(isDelta, 2, 4), typeURLs[k])
}

func encodeNonce(nonce string, isDelta bool) []byte {
	return appendText(nil, oneOf(isDelta, 6, 5), nonce)
}

func encodeVersion(version string) []byte { return appendText(nil, 1, version) }

func encodeError(isDelta bool) []byte {
	const invalidArgument = 3
	status := protowire.AppendVarint(protowire.AppendTag(nil, 1, protowire.VarintType), invalidArgument)
	return appendMessage(nil, oneOf(isDelta, 7, 6), appendText(status, 2, "refused to see what comes of it"))
}

func oneOf(isDelta bool, ifDelta, otherwise protowire.Number) protowire.Number {
	if isDelta {
		return ifDelta
	}
	return otherwise
}
