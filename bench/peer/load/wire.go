package main

import (
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// request is a DiscoveryRequest or a DeltaDiscoveryRequest.
// Source: envoy/service/discovery/v3/discovery.proto
type request struct {
	mode, typeURL, nonce, version, problem string
	node                                   []byte
	names                                  []string
}

func (r request) bytes() []byte {
	var b []byte
	field := func(number protowire.Number, value string) {
		if value != "" {
			b = protowire.AppendString(protowire.AppendTag(b, number, protowire.BytesType), value)
		}
	}
	message := func(number protowire.Number, value []byte) {
		if value != nil {
			b = protowire.AppendBytes(protowire.AppendTag(b, number, protowire.BytesType), value)
		}
	}
	if r.mode == "delta" {
		message(1, r.node)
		field(2, r.typeURL)
		for _, name := range r.names {
			field(3, name)
		}
		field(6, r.nonce)
		message(7, status(r.problem))
		return b
	}
	field(1, r.version)
	message(2, r.node)
	for _, name := range r.names {
		field(3, name)
	}
	field(4, r.typeURL)
	field(5, r.nonce)
	message(6, status(r.problem))
	return b
}

func status(problem string) []byte {
	if problem == "" {
		return nil
	}
	b := protowire.AppendVarint(protowire.AppendTag(nil, 1, protowire.VarintType), 13)
	return protowire.AppendString(protowire.AppendTag(b, 2, protowire.BytesType), problem)
}

func nodeBytes(id, cluster string) []byte {
	b := protowire.AppendString(protowire.AppendTag(nil, 1, protowire.BytesType), id)
	return protowire.AppendString(protowire.AppendTag(b, 2, protowire.BytesType), cluster)
}

// response is what a stream needs of a DiscoveryResponse or a DeltaDiscoveryResponse.
type response struct {
	typeURL, nonce, version string
	// Names of the resources; for anything but clusters in SotW only their number counts.
	names []string
}

func parseResponse(b []byte, mode string) (response, error) {
	r := response{}
	typeField, nonceField := protowire.Number(4), protowire.Number(5)
	err := fields(b, func(number protowire.Number, value []byte) error {
		switch number {
		case 1:
			r.version = string(value)
		case 2:
			name, err := resourceName(value, mode)
			r.names = append(r.names, name)
			return err
		case typeField:
			r.typeURL = string(value)
		case nonceField:
			r.nonce = string(value)
		}
		return nil
	})
	return r, err
}

// resourceName is the third field of a Resource, or the first of the message in an Any.
func resourceName(b []byte, mode string) (string, error) {
	var name string
	err := fields(b, func(number protowire.Number, value []byte) error {
		if mode == "delta" && number == 3 {
			name = string(value)
		}
		if mode == "sotw" && number == 2 {
			return fields(value, func(inner protowire.Number, text []byte) error {
				if inner == 1 && name == "" {
					name = string(text)
				}
				return nil
			})
		}
		return nil
	})
	return name, err
}

// fields calls back for each length-delimited field, and passes over all others.
func fields(b []byte, take func(protowire.Number, []byte) error) error {
	for len(b) > 0 {
		number, kind, n := protowire.ConsumeTag(b)
		if n < 0 {
			return fmt.Errorf("malformed message: %w", protowire.ParseError(n))
		}
		b = b[n:]
		if kind != protowire.BytesType {
			if n = protowire.ConsumeFieldValue(number, kind, b); n < 0 {
				return fmt.Errorf("malformed message: %w", protowire.ParseError(n))
			}
			b = b[n:]
			continue
		}
		value, n := protowire.ConsumeBytes(b)
		if n < 0 {
			return fmt.Errorf("malformed message: %w", protowire.ParseError(n))
		}
		if err := take(number, value); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}
