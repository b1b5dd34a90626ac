"""Measures one peer: `runner.py PEER MEASURE --server URL [options]`, one JSON object a line on standard output.

Each measure gets a database of its own, dropped at the end.  Errors are an object with the key `error` and exit code 1.
The processes it starts end with it, and it ends when the process that started it does.
"""

import argparse
import importlib.metadata
import json
import os
import signal
import sys
import threading
import time

import measures
from database import Database
from peers import PEERS, module


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("measure", choices=["describe", "drain", "enqueue", "latency"])
    parser.add_argument("--server", default="", help="URL of the server's database postgres, as superuser")
    parser.add_argument("--jobs", type=int, default=10_000, help="drain: jobs to drain")
    parser.add_argument("--processes", type=int, default=1, help="drain, enqueue: processes")
    parser.add_argument("--clients", type=int, default=8, help="enqueue: connections, over all processes")
    parser.add_argument("--seconds", type=float, default=3.0, help="enqueue: how long")
    parser.add_argument("--samples", type=int, default=200, help="latency: jobs")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds after which it gives up")
    return parser.parse_args()


def measure(options, peer):
    if options.measure == "describe":
        return {"settings": peer.SETTINGS}
    with Database(options.server, f"peer_{options.peer}") as database:
        if options.measure == "drain":
            return measures.drain(options, peer, database)
        if options.measure == "enqueue":
            return measures.enqueue(options, database)
        return measures.latency(options, peer, database)


def end_with(parent):
    """Ends this process, by the way of a SIGTERM, when its parent is gone: nobody reads what it prints."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    options = arguments()
    # As an exception, so that every `finally` runs.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    line = {"peer": options.peer, "measure": options.measure}
    try:
        peer = module(options.peer)
        line["version"] = importlib.metadata.version(peer.DISTRIBUTION)
        line |= measure(options, peer)
    except Exception as error:
        line["error"] = f"{type(error).__name__}: {error}".strip().splitlines()[0]
    print(json.dumps(line), flush=True)
    return 1 if "error" in line else 0


if __name__ == "__main__":
    sys.exit(main())
