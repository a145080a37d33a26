#!/usr/bin/env python3
"""Network namespaces that all lead to one in the middle and have no other way out.

    star.py --places wizard,web [--middle-addresses 198.18.0.25] [--resolver 198.18.0.25]

Each place is a machine on a network of its own, joined by a pair of Ethernet devices (veth) to the middle, where the
mail servers live; from one place to another no packet is carried. The namespaces are called outport-PLACE-PID and
outport-middle-PID after this process. With --resolver the programs started by `ip netns exec` in a place find that
address in their /etc/resolv.conf.

Prints one line of JSON, {"middle": NAME, PLACE: NAME, ...}, and ends as link.py does: on a signal or when standard
input closes, with everything that runs in the namespaces. What a killed one left behind is swept up by the next.
"""

import argparse
import json
import os
import signal
import subprocess
import sys

from link import add_namespace, ip, on_end, remove_namespace, sweep


def join(middle, place, number):
    """Lays the line from a place to the middle, in a network of its own (192.0.2.0/30 and those after it)."""
    here, there = 4 * number + 2, 4 * number + 1
    ip("link", "add", "name", "out", "netns", place, "type", "veth", "peer", "name", f"to-{number}", "netns", middle)
    ip("-n", middle, "address", "add", f"192.0.2.{there}/30", "dev", f"to-{number}")
    ip("-n", middle, "link", "set", f"to-{number}", "up")
    ip("-n", place, "link", "set", "lo", "up")
    ip("-n", place, "address", "add", f"192.0.2.{here}/30", "dev", "out")
    ip("-n", place, "link", "set", "out", "up")
    ip("-n", place, "route", "add", "default", "via", f"192.0.2.{there}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", required=True)
    parser.add_argument("--middle-addresses", default="198.18.0.25")
    parser.add_argument("--resolver")
    options = parser.parse_args()
    on_end(lambda *_: sys.exit(0))
    places = options.places.split(",")
    names = {place: f"outport-{place}-{os.getpid()}" for place in ["middle", *places]}
    try:
        sweep()
        for place, name in names.items():
            add_namespace(name, None if place == "middle" else options.resolver)
        ip("-n", names["middle"], "link", "set", "lo", "up")
        for address in options.middle_addresses.split(","):
            ip("-n", names["middle"], "address", "add", f"{address}/32", "dev", "lo")
        for number, place in enumerate(places):
            join(names["middle"], names[place], number)
        print(json.dumps(names), flush=True)
        while os.read(sys.stdin.fileno(), 4096):
            pass
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)}: {error.stderr.strip()}")
    finally:
        on_end(signal.SIG_IGN)  # a second Ctrl+C does not interrupt the clean-up
        for name in names.values():
            remove_namespace(name)


if __name__ == "__main__":
    main()
