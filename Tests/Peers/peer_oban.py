"""oban (the Python one): psycopg pool, uvloop as its own command uses, an asynchronous worker.

A producer fetches as many jobs as its queue's limit leaves free and acknowledges finished ones in one transaction;
the limit is the batch.  Tried on two cores: limits of 10, 20 (its own benchmark), 50, 100, 250 and 500, and one and two
processes.  Completed jobs are kept for a day (the default), as dvkd keeps its history.
"""

from oban import Oban, worker

DISTRIBUTION = "oban"
LIMIT = 100
SETTINGS = f"psycopg pool 10, uvloop, queue limit {LIMIT}"
UNFINISHED = "select count(*) from oban_jobs where state in ('available', 'executing', 'scheduled', 'retryable')"
FINISHED = "select count(*) from oban_jobs where state = 'completed'"
TABLES = "oban_jobs"
NOTES = []


@worker(queue="bench")
class Noop:
    async def process(self, job):
        NOTES[0](job.args["n"])


async def install(url):
    from oban.schema import install as install_schema

    pool = await Oban.create_pool(url)
    await install_schema(pool)
    await pool.close()


async def fill(url, numbers):
    pool = await Oban.create_pool(url)
    oban = Oban(pool=pool)
    for start in range(0, len(numbers), 1000):
        await oban.enqueue_many(*(Noop.new({"n": n}) for n in numbers[start : start + 1000]))
    await pool.close()


async def work(url, note, ready):
    import asyncio

    NOTES.append(note)
    pool = await Oban.create_pool(url, min_size=10, max_size=10)
    async with Oban(pool=pool, queues={"bench": LIMIT}):
        ready()
        await asyncio.Event().wait()


class Enqueuer:
    """Enqueues single jobs, each in a transaction of its own."""

    async def open(self, url, clients):
        self.pool = await Oban.create_pool(url, min_size=clients, max_size=clients)
        self.oban = Oban(pool=self.pool)

    async def enqueue(self, client, n):
        await self.oban.enqueue(Noop.new({"n": n}))

    async def close(self):
        await self.pool.close()
