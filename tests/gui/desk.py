# desk.py: a display, a session and the program on it, for one test; keys go in, the tree comes out.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing here waits a fixed time: everything waits for what it wants to see."""
import os
import shutil
import signal
import subprocess
import tempfile
import time

import reader
from tap import Fault

WAIT_SECONDS = int(os.environ.get("PLACEWRIGHT_WAIT", "60"))  # generous: the machine may be busy with other tests
LOOK_SECONDS = 0.02  # between two looks
SLOWEST_KEY_MS = "8"


def wait_for(what, condition, seconds=WAIT_SECONDS):
    """Returns the first truth that condition() gives; says what was waited for if none comes."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = condition()
        except reader.Gone:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Fault(f"waited {seconds} s in vain for: {what}")
        time.sleep(LOOK_SECONDS)


def start_display(width, height):
    """Without repeating keys: on a busy machine a short press would count as a long one."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{width}x{height}x24", "-noreset", "-nolisten", "tcp",
         "-r"],
        pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours) as number:
        return server, ":" + number.readline().strip()


class Desk:
    """A private display and session bus; a place for files; the program, when it is started."""

    def __init__(self, programs, width=1366, height=768, dots=96, **env):
        self.window_program, self.cli_program, self.look_library = programs
        self.width = width
        self.height = height
        self.n_keys = 0
        self.focused_id = ""
        self.program = None
        self.node = None
        self.complaints = []
        self.processes = []
        self.folder = tempfile.mkdtemp(prefix="placewright-gui-")
        self.env = self.make_environment(dots, env)
        try:
            self.start_session()
        except BaseException:
            self.close()
            raise

    def make_environment(self, dots, more):
        """Nothing of the user's own reaches the program, nor the other way round."""
        config = os.path.join(self.folder, "config", "gtk-4.0")
        os.makedirs(config)
        with open(os.path.join(config, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-enable-animations=false\n")
        with open(os.path.join(self.folder, ".Xdefaults"), "w", encoding="utf-8") as file:
            file.write(f"Xft.dpi: {dots}\n")
        runtime = os.path.join(self.folder, "run")
        os.makedirs(runtime, mode=0o700)
        env = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS") if name in os.environ}
        env.update(
            HOME=self.folder, GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", LC_ALL="C.UTF-8",
            GSETTINGS_BACKEND="memory", GIO_USE_VFS="local", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
            XDG_CONFIG_HOME=os.path.join(self.folder, "config"), XDG_STATE_HOME=os.path.join(self.folder, "state"),
            XDG_DATA_HOME=os.path.join(self.folder, "share"), XDG_CACHE_HOME=os.path.join(self.folder, "cache"),
            XDG_RUNTIME_DIR=runtime)
        env.update(more)
        return env

    def start_session(self):
        server, self.env["DISPLAY"] = start_display(self.width, self.height)
        self.processes.append(server)
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"],
                               env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               start_new_session=True)
        self.processes.append(bus)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.bus = reader.connect(self.env["DBUS_SESSION_BUS_ADDRESS"])

    def start(self, *files):
        """Starts the program and waits until it has a window to read."""
        env = dict(self.env)
        env.update(LD_PRELOAD=self.look_library, PLACEWRIGHT_LOOK=self.path("look"))
        self.stderr_path = os.path.join(self.folder, "stderr")
        with open(self.stderr_path, "ab") as stderr:
            self.program = subprocess.Popen([self.window_program, *files], env=env, stdout=subprocess.DEVNULL,
                                            stderr=stderr, cwd=self.folder)
        self.node = wait_for("the program on the accessibility bus", self.find_program)
        self.focus("Placewright")
        self.find("window")

    def find_program(self):
        self.is_running()
        return reader.find_program(self.bus, self.program.pid)

    def read_stderr(self):
        with open(self.stderr_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def stop(self):
        """Ends the program as the keys do it, and complains if it does not end well."""
        self.keys("ctrl+q")
        try:
            status = self.program.wait(WAIT_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Fault("Ctrl+Q does not end the program") from error
        self.program = None
        if status != 0:
            raise Fault(f"the program ended with status {status}")

    def kill(self):
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()
        self.program = None

    def close(self):
        if self.program is not None:
            self.kill()
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # What a window manager would do

    def xdotool(self, *args):
        return subprocess.run(["xdotool", *args], env=self.env, capture_output=True, text=True, check=False).stdout

    def focus(self, title):
        """Waits for the window whose title has these words and gives it the keyboard."""
        def find():
            found = self.xdotool("search", "--onlyvisible", "--name", title).split()
            return found[-1] if found else None

        self.focused_id = wait_for(f"a window “{title}”", find)
        self.xdotool("windowfocus", "--sync", self.focused_id)
        return self.focused_id

    def focus_window_above(self):
        """Gives the keyboard to the newest window, for those whose title is not shown."""
        def find():
            found = self.xdotool("search", "--onlyvisible", "--name", "").split()
            return found[-1] if len(found) > 1 and found[-1] != self.focused_id else None

        self.focused_id = wait_for("another window", find)
        self.xdotool("windowfocus", "--sync", self.focused_id)

    def resize(self, width, height):
        self.xdotool("windowmove", self.focused_id, "0", "0")
        self.xdotool("windowsize", self.focused_id, str(width), str(height))

    # Hands

    def keys(self, *names):
        """Presses keys, each a key press that counts: a chord is one."""
        self.n_keys += len(names)
        self.xdotool("key", "--delay", SLOWEST_KEY_MS, *names)

    def type(self, text):
        """Types text; it does not count as key presses."""
        self.xdotool("type", "--delay", SLOWEST_KEY_MS, text)

    def copy(self, text):
        """Puts text on the clipboard, as a spreadsheet would."""
        owner = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet"], env=self.env, stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        self.processes.append(owner)
        wait_for("the clipboard", lambda: subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"], env=self.env, capture_output=True,
            check=False).stdout == text.encode())

    # Eyes

    def ask(self, number, suffix):
        """What the helper inside the program writes when it gets this signal."""
        path = self.path("look" + suffix)
        if os.path.exists(path):
            os.unlink(path)
        self.program.send_signal(number)
        wait_for("an answer of the helper", lambda: self.is_running() and os.path.exists(path))
        with open(path, encoding="utf-8") as file:
            return file.read().splitlines()

    def look(self):
        """All that shows now: what is read out, less what is not mapped."""
        return wait_for("the tree at rest", lambda: reader.look(self.node, self.ask(signal.SIGUSR2, ".tree")))

    def look_closely(self):
        """(kind, place, text) of what is cut off, and the pictures: see look-inside.c."""
        return [tuple(line.split("\t")) for line in self.ask(signal.SIGUSR1, ".faults")]

    def look_at_focus(self):
        """Where the keyboard is and could be, as look-at-focus.c tells it: lists of texts."""
        return [line.split("\t") for line in self.ask(signal.SIGWINCH, ".focus")]

    def is_running(self):
        if self.program.poll() is not None:
            raise Fault(f"the program ended by itself ({self.program.returncode}):\n{self.read_stderr()}")
        return True

    def find(self, role=None, name=None, state=None, seconds=WAIT_SECONDS, what=None):
        """Waits until something like that shows, and returns it."""
        what = what or f"{role or 'something'} named “{name if not callable(name) else '…'}”" + (
            f" that is {state}" if state else "")
        return wait_for(what, lambda: self.look().find(role, name, state), seconds)

    def find_text(self, part, role=None, seconds=WAIT_SECONDS):
        return self.find(role, lambda text: part in text, None, seconds, f"the words “{part}”")

    def focused(self):
        """What the keyboard is in: the innermost, or None."""
        found = None
        for found in self.look().find_all(state="focused"):
            pass
        return found

    def focus_is(self, role=None, name=None, seconds=WAIT_SECONDS):
        """Waits until the keyboard is in something like that."""
        return self.find(role, name, "focused", seconds)

    def cli(self, *args):
        return subprocess.run([self.cli_program, *args], env=self.env, capture_output=True, text=True, check=False)

    def path(self, name):
        return os.path.join(self.folder, name)
