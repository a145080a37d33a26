#!/usr/bin/env python3
"""Two network namespaces and a slow, lossy line between them, for kernels without netem.

    link.py [--one-way-ms 25] [--loss-percent 0] [--resolver ADDRESS]
            [--near-addresses 192.0.2.1/24,2001:db8::1/64] [--far-addresses 192.0.2.2/24,2001:db8::2/64]

Each namespace gets a TUN device `line`; every IP packet written to one is read here, waits for the one-way delay and
is handed to the other, unless it is lost. TUN carries bare IP, so there is no ARP and no neighbour discovery to slow
down or lose. The namespaces are called outport-near-PID and outport-far-PID after this process. With --resolver the
programs started by `ip netns exec` on the near side find that address in their /etc/resolv.conf.

Prints one line of JSON, {"near": NAME, "far": NAME}, once packets are carried. Ends on SIGINT, SIGTERM, SIGHUP or when
standard input closes, so also when the program that started it is killed: then everything that runs in the namespaces
is ended and the namespaces are deleted. What a killed link left behind is swept up by the next one.
"""

import argparse
import contextlib
import fcntl
import heapq
import json
import os
import pathlib
import random
import re
import select
import signal
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_WITHOUT_HEADER = 0x0001 | 0x1000
CONFIGURATION = pathlib.Path("/etc/netns")


def ip(*words, check=True):
    return subprocess.run(["ip", *words], check=check, capture_output=True, text=True).stdout


def open_line(namespace, addresses):
    """Makes the TUN device, moves it into the namespace and returns the descriptor its packets are read from."""
    packets = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    answer = fcntl.ioctl(packets, TUNSETIFF, struct.pack("16sH22x", b"outport%d", IFF_TUN_WITHOUT_HEADER))
    made = answer[:16].rstrip(b"\0").decode()
    ip("link", "set", made, "netns", namespace, "name", "line")
    ip("-n", namespace, "link", "set", "lo", "up")
    ip("-n", namespace, "link", "set", "line", "addrgenmode", "none")
    for address in addresses.split(","):
        ip("-n", namespace, "address", "add", address, "dev", "line", *(["nodad"] if ":" in address else []))
    ip("-n", namespace, "link", "set", "line", "up")
    return packets


def add_namespace(name, resolver):
    ip("netns", "add", name)
    if resolver:
        (CONFIGURATION / name).mkdir(parents=True)
        (CONFIGURATION / name / "resolv.conf").write_text(f"nameserver {resolver}\n")


def remove_namespace(name):
    """Ends the processes of a namespace, first politely, and deletes it with its configuration."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for _ in range(10):
            left = ip("netns", "pids", name, check=False).split()
            if not left:
                break
            for process in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(process), sign)
            time.sleep(0.05)
    ip("netns", "delete", name, check=False)
    (CONFIGURATION / name / "resolv.conf").unlink(missing_ok=True)
    for directory in (CONFIGURATION / name, CONFIGURATION):
        with contextlib.suppress(OSError):  # not there, or others keep something in it
            directory.rmdir()


def sweep():
    """Removes the namespaces of those who were killed before they could, links and stars alike."""
    for name in [line.split()[0] for line in ip("netns", "list").splitlines() if line]:
        named = re.fullmatch(r"outport-[a-z]+-(\d+)", name)
        if named and not os.path.exists(f"/proc/{named[1]}"):
            remove_namespace(name)


def carry(near, far, delay, loss):
    """Moves packets both ways, each `delay` seconds late, until standard input ends."""
    opposite = {near: far, far: near}
    under_way = []
    count = 0
    while True:
        wait = max(0, under_way[0][0] - time.monotonic()) if under_way else None
        readable, _, _ = select.select([near, far, sys.stdin], [], [], wait)
        now = time.monotonic()
        for source in readable:
            if source is sys.stdin:
                if not os.read(sys.stdin.fileno(), 4096):
                    return
                continue
            with contextlib.suppress(BlockingIOError):
                while True:
                    packet = os.read(source, 65536)
                    if random.random() >= loss:
                        count += 1
                        heapq.heappush(under_way, (now + delay, count, opposite[source], packet))
        while under_way and under_way[0][0] <= time.monotonic():
            _, _, target, packet = heapq.heappop(under_way)
            with contextlib.suppress(OSError):  # a full queue loses packets, as on any line
                os.write(target, packet)


def on_end(handler):
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, handler)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--one-way-ms", type=float, default=25)
    parser.add_argument("--loss-percent", type=float, default=0)
    parser.add_argument("--resolver")
    parser.add_argument("--near-addresses", default="192.0.2.1/24,2001:db8::1/64")
    parser.add_argument("--far-addresses", default="192.0.2.2/24,2001:db8::2/64")
    options = parser.parse_args()
    on_end(lambda *_: sys.exit(0))
    names = {side: f"outport-{side}-{os.getpid()}" for side in ("near", "far")}
    try:
        sweep()
        add_namespace(names["near"], options.resolver)
        add_namespace(names["far"], None)
        near = open_line(names["near"], options.near_addresses)
        far = open_line(names["far"], options.far_addresses)
        print(json.dumps(names), flush=True)
        carry(near, far, options.one_way_ms / 1000, options.loss_percent / 100)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)}: {error.stderr.strip()}")
    finally:
        on_end(signal.SIG_IGN)  # a second Ctrl+C does not interrupt the clean-up
        for name in names.values():
            remove_namespace(name)


if __name__ == "__main__":
    main()
