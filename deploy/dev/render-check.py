#!/usr/bin/env python3
"""Looks at report pages in headless Chromium: no console message, no overflow on a phone, a PDF, the json's numbers.

Usage: render-check.py OUT NAME…   with OUT/NAME.html and OUT/NAME.json; leaves OUT/NAME-phone.png, -desktop.png, .pdf.
Exit code 1 when a page fails; every failure is printed.  Talks to Chromium over its pipe: nothing listens.
"""
import base64
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

VIEWS = {"phone": (390, 844, True), "desktop": (1280, 900, False)}

# The printed cells of every table, the narrative, what sticks out of the page, and what charts say of themselves.
READ = """(() => ({
  tables: Object.fromEntries([...document.querySelectorAll('table[data-table]')].map(t => [t.dataset.table,
    [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent))])),
  narrative: document.querySelector('.narrative').textContent,
  closing: document.querySelector('.closing')?.textContent ?? null,
  notes: [...document.querySelectorAll('.note')].map(n => n.textContent),
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  outside: [...document.querySelectorAll('main *')].filter(e => !e.closest('.wide *') && !e.closest('svg *')
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.tagName).slice(0, 5),
  charts: [...document.querySelectorAll('svg')].map(s => [s.getAttribute('role'), s.querySelector('title')?.textContent,
    s.querySelector('desc')?.textContent]),
  bare: [...document.querySelectorAll('svg text')].filter(t => {
    const a = t.getBoundingClientRect(), b = t.ownerSVGElement.getBoundingClientRect();
    return a.right > b.right + 2 || a.left < b.left - 2 || a.bottom > b.bottom + 2; }).map(t => t.textContent),
}))()"""


class Chromium:
    """A headless Chromium behind a pipe: commands out, answers and events in."""

    def __init__(self, home):
        to_child, self.outgoing = os.pipe()
        self.incoming, from_child = os.pipe()

        def wire():  # Chromium reads descriptor 3 and writes 4.
            first, second = os.dup(to_child), os.dup(from_child)
            os.dup2(first, 3)
            os.dup2(second, 4)
            for number in {first, second} - {3, 4}:
                os.close(number)

        arguments = ["chromium", "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={home}", "--disable-gpu",
                     "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                     "--disable-component-update", "--hide-scrollbars", "about:blank"]
        if os.geteuid() == 0:  # Its sandbox refuses root; the pages are our own.
            arguments.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(arguments, preexec_fn=wire, close_fds=False, start_new_session=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.number, self.rest, self.events = 0, b"", []

    def read(self):
        while b"\0" not in self.rest:
            part = os.read(self.incoming, 1 << 20)
            if not part:
                raise SystemExit("error: chromium ended by itself")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.outgoing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"error: {method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while True:
            for index, event in enumerate(self.events):
                if event.get("method") == method:
                    del self.events[index]
                    return
            self.events.append(self.read())

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        # Its helper processes may outlive it and write into its folder, which is about to be removed.
        for _ in range(50):
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return
            time.sleep(0.1)


def number(text):
    """A number as documents print it: 4.648 · 08 · −1,5 · +12."""
    if not re.fullmatch(r"[+−-]?\d{1,3}(\.\d{3})*(,\d+)?", text):
        return text
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def cells(text):
    """What a printed cell holds: a number, the part and whole of a ratio, nothing, or its text."""
    ratio = re.fullmatch(r"(\S+)/(\S+?)(?: \((\S+)%\))?", text)
    if ratio and not isinstance(number(ratio[1]), str):
        return (number(ratio[1]), number(ratio[2]))
    return None if text == "–" else number(text)


def same(printed, value, kind):
    if kind in ("text", "flag"):
        return printed == value if kind == "text" else (printed == "có") == value
    return cells(printed) == (None if value is None else float(value))


def compare(seen, data):
    """Differences between the page's tables and the json, and figures of the narrative that the json does not know."""
    wrong = []
    compared = 0
    known = {float(n) for n in re.findall(r"\d+", " ".join([data["cut_off"], data["period"], data["unit"]["name"],
                                                            data["comparison"]["period"]]))}

    def check(place, printed, value, kind):
        nonlocal compared
        compared += 1
        if not same(printed, value, kind):
            wrong.append(f"{place}: the page has {printed!r}, the json {value!r}")

    closed = data["closed"]
    if bool(closed) != bool(seen["closing"]):
        wrong.append(f"the page says {seen['closing']!r} of a period that is {'closed' if closed else 'open'}")
    elif closed:
        told = [f"phiên bản {closed['version']}", closed["time"], closed["by"], closed["reason"].removesuffix(".")]
        if closed["unit"]["code"] != data["unit"]["code"]:
            told.append(closed["unit"]["name"])
        wrong += [f"the page does not say {part!r} of the closing" for part in told if part not in seen["closing"]]
        listed = [row[:4] for row in seen["tables"].get("closings", [])]
        if listed != [[str(v["version"]), v["time"], v["by"], v["reason"]] for v in closed["versions"]]:
            wrong.append(f"the versions of the page are {listed}")
    for counted in (True, False):
        number_of = sum(1 for d in data["undivided"] or [] if d["counted"] is counted)
        noted = [n for n in seen["notes"] if ("không tính trong" in n, "vẫn tính trong" in n) == (not counted, counted)]
        if [number(n.split()[0]) for n in noted] != ([number_of] if number_of else []):
            wrong.append(f"{number_of} divided units, and the notes are {noted}")
    rows = seen["tables"].get("figures", [])
    if [r[0] for r in rows] != [f["measure"] for f in data["figures"]]:
        wrong.append("the figures of the page are not those of the json")
    for row, figure in zip(rows, data["figures"]):
        values = [figure["value"], figure["base"], figure["difference"], figure["change_percent"]]
        if figure["part"] is not None:
            values[0] = (figure["part"], figure["whole"])
        if figure["base_part"] is not None and figure["base_whole"] is not None:
            values[1] = (figure["base_part"], figure["base_whole"])
        for printed, value in zip(row[2:], values):
            compared += 1
            if cells(printed) != (tuple(map(float, value)) if isinstance(value, tuple) else None if value is None else float(value)):
                wrong.append(f"{figure['measure']}: the page has {printed!r}, the json {value!r}")
        for value in values + list(values[0] if isinstance(values[0], tuple) else []):
            if isinstance(value, (int, float)):
                known.add(abs(float(value)))
        if figure["part"] and figure["whole"]:
            known.add(int(figure["part"] * 1000 / figure["whole"] + 0.5) / 10)
    # Without a base the page leaves the columns of the comparison out.
    hidden = () if data["comparison"]["available"] else ("before", "difference")
    filled = [t for t in data["tables"] if t["rows"]]
    if sorted(seen["tables"]) != sorted(["figures"] + [t["code"] for t in filled]):
        wrong.append(f"the tables of the page are {sorted(seen['tables'])}")
    for table in filled:
        rows = seen["tables"].get(table["code"], [])
        if len(rows) != len(table["rows"]):
            wrong.append(f"{table['code']}: {len(rows)} rows, {len(table['rows'])} in the json")
        is_compared = any(code == "before" for code, _, _ in table["columns"])

        def shown(parts):
            return [part for part, (code, _, _) in zip(parts, table["columns"]) if not (is_compared and code in hidden)]

        for printed, row in zip(rows, table["rows"]):
            if len(printed) != len(shown(row)):
                wrong.append(f"{table['code']}: a row of {len(printed)} cells, {len(shown(row))} in the json")
            for (code, _, kind), text, value in zip(shown(table["columns"]), printed, shown(row)):
                check(f"{table['code']}.{code}", text, value, kind)
                if isinstance(value, (int, float)):
                    known.add(abs(float(value)))
        known.add(float(len(table["rows"])))
        for column, (code, _, kind) in enumerate(table["columns"]):
            if kind == "count":
                known.add(float(sum(row[column] or 0 for row in table["rows"])))
            if kind == "flag":
                known |= {float(sum(1 for row in table["rows"] if row[column] is flag)) for flag in (True, False)}
        known |= {float(n) for row in table["rows"] for cell in row if isinstance(cell, str) for n in re.findall(r"\d+", cell)}
    for found in re.findall(r"\d[\d.]*(?:,\d+)?", seen["narrative"]):
        value = number(found.rstrip("."))
        if isinstance(value, str):
            value = float(value) if value.isdigit() else -1
        compared += 1
        if value not in known:
            wrong.append(f"the narrative's {found} is no figure of the json")
    return compared, wrong


def look(browser, folder, name):
    wrong = []
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
        data = json.load(file)
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(domain + ".enable", session)
    browser.events.clear()
    for view, (width, height, mobile) in VIEWS.items():
        browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=height,
                     deviceScaleFactor=2 if mobile else 1, mobile=mobile)
        browser.call("Page.navigate", session, url="file://" + os.path.abspath(os.path.join(folder, name + ".html")))
        browser.wait("Page.loadEventFired")
        answer = browser.call("Runtime.evaluate", session, expression=READ, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"error: {name}: {answer['exceptionDetails']}")
        seen = answer["result"]["value"]
        if seen["overflow"] > 0 or seen["outside"]:
            wrong.append(f"{view}: {seen['overflow']} px too wide, {seen['outside']}")
        if seen["bare"]:
            wrong.append(f"{view}: letters outside their chart: {seen['bare']}")
        for role, title, description in seen["charts"]:
            if role != "img" or not title or not description:
                wrong.append(f"{view}: a chart without role, title or description")
        compared, differences = compare(seen, data)
        wrong += [f"{view}: {d}" for d in differences]
        size = browser.call("Page.getLayoutMetrics", session)["cssContentSize"]
        shot = browser.call("Page.captureScreenshot", session, captureBeyondViewport=True,
                            clip={"x": 0, "y": 0, "width": width, "height": min(size["height"], 6000), "scale": 1})
        with open(os.path.join(folder, f"{name}-{view}.png"), "wb") as file:
            file.write(base64.b64decode(shot["data"]))
    for event in browser.events:
        kind, detail = event.get("method"), event.get("params", {})
        if kind in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            wrong.append(f"console: {json.dumps(detail, ensure_ascii=False)[:300]}")
        elif kind == "Log.entryAdded":
            wrong.append(f"console: {detail['entry'].get('text')}")
        elif kind == "Network.requestWillBeSent" and not detail["request"]["url"].startswith("file://" + os.path.abspath(folder)):
            wrong.append(f"it asks for {detail['request']['url']}")
    browser.events.clear()
    page = base64.b64decode(browser.call("Page.printToPDF", session, preferCSSPageSize=True)["data"])
    with open(os.path.join(folder, name + ".pdf"), "wb") as file:
        file.write(page)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page))
    boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", page)}
    if not page.startswith(b"%PDF") or sheets == 0 or boxes - {(0, 0, 595, 842), (0, 0, 596, 842), (0, 0, 595, 841)}:
        wrong.append(f"print: {sheets} pages of {boxes}")
    browser.call("Target.closeTarget", targetId=target)
    print(f"{name}: {compared} cells and figures equal the json, {len(seen['charts'])} charts, {sheets} A4 pages"
          if not wrong else f"{name}: FAILED")
    for line in wrong[:20]:
        print(f"  error: {line}")
    return not wrong


def main():
    folder, names = sys.argv[1], sys.argv[2:]
    if not names:
        raise SystemExit("error: usage: render-check.py OUT NAME…")
    with tempfile.TemporaryDirectory(prefix="dvkd-render-") as home:
        browser = Chromium(home)
        try:
            good = [look(browser, folder, name) for name in names]
        finally:
            browser.end()
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
