"""procrastinate: psycopg connector, asynchronous tasks, LISTEN/NOTIFY on.

The worker fetches one job a statement and finishes it with another; there is no batch to set.  Tried on two cores:
concurrency 10, 30 and 100 in one process, and two processes; more concurrency than 10 changes nothing, because one
coroutine fetches.  Succeeded jobs are kept (`delete_jobs` never, the default), as dvkd keeps its history.
"""

import logging

import procrastinate

DISTRIBUTION = "procrastinate"
SETTINGS = "psycopg pool 10, concurrency 10, listen_notify"
UNFINISHED = "select count(*) from procrastinate_jobs where status in ('todo', 'doing')"
FINISHED = "select count(*) from procrastinate_jobs where status = 'succeeded'"
TABLES = "procrastinate_jobs"
CONCURRENCY = 10


def application(url, connections):
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    connector = procrastinate.PsycopgConnector(conninfo=url, min_size=connections, max_size=connections)
    return procrastinate.App(connector=connector)


def noop(app, note=None):
    @app.task(queue="bench", name="noop")
    async def handle(n):
        note(n)

    return handle


async def install(url):
    app = application(url, 1)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()


async def fill(url, numbers):
    app = application(url, 1)
    task = noop(app)
    async with app.open_async():
        for start in range(0, len(numbers), 1000):
            await task.batch_defer_async(*({"n": n} for n in numbers[start : start + 1000]))


async def work(url, note, ready):
    app = application(url, CONCURRENCY)
    noop(app, note)
    async with app.open_async():
        ready()
        await app.run_worker_async(
            queues=["bench"], concurrency=CONCURRENCY, listen_notify=True, install_signal_handlers=False
        )


class Enqueuer:
    """Defers single jobs, each in a transaction of its own."""

    async def open(self, url, clients):
        self.app = application(url, clients)
        self.task = noop(self.app)
        await self.app.open_async()

    async def enqueue(self, client, n):
        await self.task.defer_async(n=n)

    async def close(self):
        await self.app.close_async()
