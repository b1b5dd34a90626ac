"""Drain, enqueue and pickup latency, the same for every peer."""

import asyncio
import random
import time

import uvloop
from children import Children, context

WARM_UP = 20


def drain(options, peer, database):
    """Jobs a second from the start of connected-to-nothing workers to the last finished job."""
    uvloop.run(peer.install(database.url))
    started = time.monotonic()
    uvloop.run(peer.fill(database.url, list(range(options.jobs))))
    bulk = options.jobs / (time.monotonic() - started)
    database.settle(peer.TABLES)
    counts = context.Array("q", options.processes, lock=False)
    with Children(options.processes, options.peer, drain_worker, counts, (database.url,)) as children:
        started = children.start()
        while sum(counts) < options.jobs or database.number(peer.UNFINISHED) > 0:
            give_up(options, started, f"{sum(counts)} of {options.jobs} jobs handled")
            children.check()
            time.sleep(0.005)
        seconds = time.monotonic() - started
    finished = database.number(peer.FINISHED)
    if finished != options.jobs:
        raise RuntimeError(f"{finished} of {options.jobs} jobs are in its history")
    rate = options.jobs / seconds
    return {"processes": options.processes, "jobs": options.jobs, "seconds": seconds, "rate": rate, "bulk_rate": bulk}


async def drain_worker(peer, index, counts, url):
    def note(_):
        counts[index] += 1

    await peer.work(url, note, lambda: None)


def enqueue(options, database):
    """Single enqueues a second, each committed by itself, by several clients at once."""
    share = options.clients // options.processes
    counts = context.Array("q", options.processes, lock=False)
    seconds = context.Array("d", options.processes, lock=False)
    uvloop.run(module_install(options.peer, database.url))
    arguments = (database.url, share, options.seconds, seconds)
    with Children(options.processes, options.peer, enqueue_clients, counts, arguments) as children:
        started = children.start()
        while not all(seconds):
            give_up(options, started, f"{sum(counts)} jobs enqueued")
            time.sleep(0.01)
    rate = sum(count / time for count, time in zip(counts, seconds))
    return {"processes": options.processes, "clients": share * options.processes, "rate": rate}


async def module_install(name, url):
    from peers import module

    await module(name).install(url)


async def enqueue_clients(peer, index, counts, url, clients, limit, seconds):
    enqueuer = peer.Enqueuer()
    await enqueuer.open(url, clients)

    async def client(number):
        # The first one of a connection prepares its statements.
        await enqueuer.enqueue(number, 0)
        while time.monotonic() < end:
            await enqueuer.enqueue(number, counts[index])
            counts[index] += 1

    started = time.monotonic()
    end = started + limit
    await asyncio.gather(*(client(number) for number in range(clients)))
    seconds[index] = time.monotonic() - started
    await asyncio.Event().wait()


def latency(options, peer, database):
    """Milliseconds from the return of the commit to the start of the handler, one worker process, nothing else to do."""
    uvloop.run(peer.install(database.url))
    total = options.samples + WARM_UP
    starts = context.Array("d", total + 1, lock=False)
    with Children(1, options.peer, latency_worker, starts, (database.url, total)) as children:
        began = children.start()
        while not starts[total]:
            give_up(options, began, "the worker is not ready")
            children.check()
            time.sleep(0.01)
        waits = uvloop.run(pick_up(options, peer, database.url, children, starts, total))
    waits = sorted(waits[WARM_UP:])
    return {"samples": len(waits), "p50_ms": rank(waits, 50), "p99_ms": rank(waits, 99)}


async def pick_up(options, peer, url, children, starts, total):
    enqueuer = peer.Enqueuer()
    await enqueuer.open(url, 1)
    waits = []
    began = time.monotonic()
    # Let the worker find the queue empty.
    await asyncio.sleep(1)
    for n in range(total):
        await enqueuer.enqueue(0, n)
        committed = time.monotonic()
        while not starts[n]:
            give_up(options, began, f"{n} of {total} jobs picked up")
            children.check()
            await asyncio.sleep(0.0005)
        # A handler may begin before its enqueuer hears of the commit.
        waits.append(max(0.0, starts[n] - committed) * 1000)
        await asyncio.sleep(random.uniform(0.01, 0.03))
    await enqueuer.close()
    return waits


async def latency_worker(peer, _, starts, url, total):
    def note(n):
        if not starts[n]:
            starts[n] = time.monotonic()

    def ready():
        starts[total] = 1

    await peer.work(url, note, ready)


def rank(values, percent):
    """The smallest value that `percent` of all do not exceed."""
    return values[max(0, -(-len(values) * percent // 100) - 1)]


def give_up(options, started, state):
    if time.monotonic() - started > options.limit:
        raise TimeoutError(f"not done within {options.limit:.0f} s: {state}")
