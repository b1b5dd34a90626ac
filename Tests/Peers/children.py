"""The processes of a measure: they import everything first, start on one signal, and never outlive their parent."""

import multiprocessing
import os
import threading
import time

import uvloop
from peers import module

context = multiprocessing.get_context("spawn")


class Children:
    """Starts `count` processes that run `body(peer module, index, shared, *arguments)`, a coroutine function."""

    def __init__(self, count, peer, body, shared, arguments):
        self.loaded = context.Semaphore(0)
        self.go = context.Event()
        self.processes = [
            context.Process(target=run, args=(self.loaded, self.go, peer, body, index, shared, arguments), daemon=True)
            for index in range(count)
        ]

    def __enter__(self):
        for process in self.processes:
            process.start()
        for _ in self.processes:
            while not self.loaded.acquire(timeout=0.2):
                self.check()
        return self

    def start(self):
        """Lets them go, and returns the time."""
        now = time.monotonic()
        self.go.set()
        return now

    def check(self):
        """Raises when one of them ended by itself."""
        for process in self.processes:
            if process.exitcode is not None:
                raise RuntimeError(f"a worker process ended with code {process.exitcode}; see its messages")

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.join(3)
            if process.exitcode is None:
                process.kill()
                process.join()


def run(loaded, go, name, body, index, shared, arguments):
    threading.Thread(target=leave_with_parent, daemon=True).start()
    peer = module(name)
    loaded.release()
    go.wait()
    uvloop.run(body(peer, index, shared, *arguments))


def leave_with_parent():
    multiprocessing.parent_process().join()
    os._exit(1)
