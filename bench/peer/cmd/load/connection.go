package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"net"
	"sync"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// connection is an HTTP/2 connection with one gRPC call on it. It has no goroutine of its own: whoever reads also
// sends. Nothing of a message is copied that need not be, since a thousand of these share two cores with the server.
type connection struct {
	conn   net.Conn
	out    *bufio.Writer
	framer *http2.Framer

	// How much the server lets us send.
	connWindow, streamWindow, initialWindow int
	maxFrame                                int
	pending                                 [][]byte

	// How much the server may send, and how long to wait before reading on.
	receiveWindow int
	pause         time.Duration

	// The message that is arriving, and bytes since the last window update.
	message  []byte
	prefix   []byte
	consumed int
}

const (
	stream = 1
	// As much as Envoy allows a stream.
	envoyWindow = 16 << 20
	// As much as HTTP/2 allows it unasked.
	smallWindow   = 65535
	messagePrefix = 5
)

func dial(address, method string, receiveWindow int) (*connection, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	c := &connection{conn: conn, out: bufio.NewWriter(conn), connWindow: 65535, streamWindow: 65535, initialWindow: 65535, maxFrame: 16384}
	c.receiveWindow = receiveWindow
	c.framer = http2.NewFramer(c.out, bufio.NewReaderSize(conn, 32<<10))
	c.framer.SetReuseFrames()
	c.out.WriteString(http2.ClientPreface)
	c.framer.WriteSettings(
		http2.Setting{ID: http2.SettingEnablePush, Val: 0},
		http2.Setting{ID: http2.SettingInitialWindowSize, Val: uint32(receiveWindow)},
	)
	if receiveWindow > smallWindow {
		c.framer.WriteWindowUpdate(0, uint32(receiveWindow-smallWindow))
	}
	c.framer.WriteHeaders(http2.HeadersFrameParam{StreamID: stream, BlockFragment: headers(address, method), EndHeaders: true})
	return c, c.out.Flush()
}

func headers(authority, method string) []byte {
	var block bytes.Buffer
	encoder := hpack.NewEncoder(&block)
	for _, field := range [][2]string{
		{":method", "POST"}, {":scheme", "http"}, {":path", method}, {":authority", authority},
		{"content-type", "application/grpc"}, {"te", "trailers"},
	} {
		encoder.WriteField(hpack.HeaderField{Name: field[0], Value: field[1]})
	}
	return block.Bytes()
}

// send queues a message that consists of parts, which must not change any more, and sends what the server takes now.
func (c *connection) send(parts ...[]byte) error {
	length := 0
	for _, part := range parts {
		length += len(part)
	}
	prefix := make([]byte, messagePrefix)
	binary.BigEndian.PutUint32(prefix[1:], uint32(length))
	c.pending = append(append(c.pending, prefix), parts...)
	return c.flush()
}

func (c *connection) flush() error {
	for len(c.pending) > 0 {
		part := c.pending[0]
		n := min(len(part), c.connWindow, c.streamWindow, c.maxFrame)
		if n <= 0 && len(part) > 0 {
			break
		}
		if n > 0 {
			if err := c.framer.WriteData(stream, false, part[:n]); err != nil {
				return err
			}
			c.connWindow, c.streamWindow = c.connWindow-n, c.streamWindow-n
		}
		if c.pending[0] = part[n:]; n == len(part) {
			c.pending = c.pending[1:]
		}
	}
	return c.out.Flush()
}

// read hands each message to a function, which must not keep it, until the call ends, which is an error. It tells when
// the server has said hello.
func (c *connection) read(greeted func(), take func([]byte) error) error {
	for {
		frame, err := c.framer.ReadFrame()
		if err != nil {
			return err
		}
		switch f := frame.(type) {
		case *http2.DataFrame:
			time.Sleep(c.pause)
			err = c.readData(f.Data(), take)
			if err == nil {
				err = c.openWindows(int(f.Header().Length))
			}
		case *http2.HeadersFrame:
			if f.StreamEnded() {
				return fmt.Errorf("the server ended the call: %s", fieldsOf(f.HeaderBlockFragment()))
			}
		case *http2.SettingsFrame:
			if !f.IsAck() {
				greeted()
			}
			err = c.applySettings(f)
		case *http2.WindowUpdateFrame:
			if f.StreamID == 0 {
				c.connWindow += int(f.Increment)
			} else {
				c.streamWindow += int(f.Increment)
			}
			err = c.flush()
		case *http2.PingFrame:
			if !f.IsAck() {
				c.framer.WritePing(true, f.Data)
				err = c.out.Flush()
			}
		case *http2.RSTStreamFrame:
			return fmt.Errorf("the server reset the call: %s", f.ErrCode)
		case *http2.GoAwayFrame:
			return fmt.Errorf("the server goes away: %s %s", f.ErrCode, f.DebugData())
		}
		if err != nil {
			return err
		}
	}
}

func (c *connection) applySettings(f *http2.SettingsFrame) error {
	if f.IsAck() {
		return nil
	}
	if window, ok := f.Value(http2.SettingInitialWindowSize); ok {
		c.streamWindow += int(window) - c.initialWindow
		c.initialWindow = int(window)
	}
	if size, ok := f.Value(http2.SettingMaxFrameSize); ok {
		c.maxFrame = int(size)
	}
	c.framer.WriteSettingsAck()
	return c.flush()
}

func (c *connection) openWindows(received int) error {
	if c.consumed += received; c.consumed < c.receiveWindow/2 {
		return nil
	}
	c.framer.WriteWindowUpdate(0, uint32(c.consumed))
	c.framer.WriteWindowUpdate(stream, uint32(c.consumed))
	c.consumed = 0
	return c.out.Flush()
}

func (c *connection) readData(data []byte, take func([]byte) error) error {
	for len(data) > 0 {
		if len(c.prefix) < messagePrefix {
			n := min(messagePrefix-len(c.prefix), len(data))
			c.prefix, data = append(c.prefix, data[:n]...), data[n:]
			if len(c.prefix) < messagePrefix {
				return nil
			}
			c.message = takeBuffer(int(binary.BigEndian.Uint32(c.prefix[1:])))
		}
		n := min(cap(c.message)-len(c.message), len(data))
		c.message, data = append(c.message, data[:n]...), data[n:]
		if len(c.message) < int(binary.BigEndian.Uint32(c.prefix[1:])) {
			return nil
		}
		if err := take(c.message); err != nil {
			return err
		}
		giveBuffer(c.message)
		c.message, c.prefix = nil, c.prefix[:0]
	}
	return nil
}

// buffers are for messages, the large ones above all: a thousand connections need few at the same time.
var buffers sync.Pool

func takeBuffer(size int) []byte {
	if known, ok := buffers.Get().(*[]byte); ok && cap(*known) >= size {
		return (*known)[:0:size]
	}
	return make([]byte, 0, size)
}

func giveBuffer(buffer []byte) { buffers.Put(&buffer) }

func fieldsOf(block []byte) string {
	text := ""
	decoder := hpack.NewDecoder(4096, func(field hpack.HeaderField) { text += field.Name + "=" + field.Value + " " })
	if _, err := decoder.Write(block); err != nil {
		return err.Error()
	}
	return text
}
