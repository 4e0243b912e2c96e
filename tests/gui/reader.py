# reader.py: the window as a screen reader has it: names, roles, states, over AT-SPI.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the accessibility bus itself and keeps nothing from one look to the next."""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
CALL_MS = 30000

# The places of states in AT-SPI's bit set.
STATES = {
    "active": 1, "checked": 4, "editable": 7, "enabled": 8, "expanded": 10, "focusable": 11, "focused": 12,
    "invalid": 35, "modal": 16, "pressed": 20, "selected": 23, "sensitive": 24, "visible": 30,
}

# The roles that GTK gives, by their numbers in AT-SPI.
ROLES = {
    7: "checkbox", 11: "combo box", 20: "widget", 23: "window", 27: "image", 29: "label", 31: "list",
    32: "list item", 33: "menu", 35: "menu item", 39: "group", 43: "button", 44: "radio", 48: "scroll bar",
    49: "group", 50: "separator", 51: "slider", 52: "spin button", 55: "grid", 56: "grid cell", 61: "text box",
    62: "toggle button", 75: "program", 79: "search box", 16: "dialog",
}


class Gone(Exception):
    """What was asked is no longer there."""


class Node:
    """One thing of the window as it was at one moment."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path
        self.name = self.description = ""
        self.role = ""
        self.kind = ""  # the widget's type
        self.states = set()
        self.interfaces = []
        self.children = []
        self.parent = None

    def call(self, interface, method, arguments=None):
        try:
            return self.bus.call_sync(self.owner, self.path, interface, method, arguments, None,
                                      Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(error.message) from error

    def get(self, interface, name):
        arguments = GLib.Variant("(ss)", (interface, name))
        return self.call("org.freedesktop.DBus.Properties", "Get", arguments)[0]

    def take(self, item):
        """What the program says of this in one go with all others."""
        self.interfaces, self.name, role, self.description, bits = item
        bits = bits[0] | bits[1] << 32
        self.role = ROLES.get(role, f"role {role}")
        self.states = {name for name, bit in STATES.items() if bits >> bit & 1}

    def list_children(self):
        return [Node(self.bus, owner, path) for owner, path in self.call(ACCESSIBLE, "GetChildren")[0]]

    @property
    def text(self):
        """What is written in an entry or on a label."""
        return self.call("org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    @property
    def value(self):
        return self.get("org.a11y.atspi.Value", "CurrentValue")

    def walk(self):
        """Every node below, in reading order."""
        for child in self.children:
            yield child
            yield from child.walk()

    def find_all(self, role=None, name=None, state=None):
        """@name: the name, or a function of it"""
        matches = name if callable(name) else (lambda text: name is None or text == name)
        for node in self.walk():
            if role in (None, node.role) and (state is None or state in node.states) and matches(node.name):
                yield node

    def find(self, role=None, name=None, state=None):
        return next(self.find_all(role, name, state), None)

    def texts(self):
        """All that can be read below, in reading order."""
        return [node.name for node in self.walk() if node.role in ("label", "image", "grid cell") and node.name]

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def show(self, depth=0):
        """The tree as text, for people who look for a fault."""
        lines = ["  " * depth + f"{self.role} “{self.name}” {' '.join(sorted(self.states))}"]
        for child in self.children:
            lines += child.show(depth + 1)
        return lines


def list_items(program):
    """By path what take() takes, of all that was ever asked for, in one answer."""
    items = program.bus.call_sync(program.owner, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", None,
                                  None, Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()[0]
    return {item[0][1]: item[5:] for item in items}


def ask_for_children(nodes):
    """Asks all of them at once, which takes no longer than asking one."""
    answers = {}

    def answered(bus, result, node):
        try:
            answers[node] = [Node(bus, owner, path) for owner, path in bus.call_finish(result).unpack()[0]]
        except GLib.Error:
            answers[node] = None

    for node in nodes:
        node.bus.call(node.owner, node.path, ACCESSIBLE, "GetChildren", None, None, Gio.DBusCallFlags.NONE, CALL_MS,
                      None, answered, node)
    while len(answers) < len(nodes):
        GLib.MainContext.default().iteration(True)
    return answers


def read_shape(lines):
    """What look-inside.c writes of the widgets: (mapped, type, children) of each window."""
    windows = []
    path = []
    for line in lines:
        depth, mapped, kind = line.split(" ")
        widget = (mapped == "1", kind, [])
        del path[int(depth):]
        (path[-1][2] if path else windows).append(widget)
        path.append(widget)
    return windows


def look(program, lines):
    """The program's windows as they are now, without what is not mapped.

    None where the window changed while it was looked at: @lines say which
    children there were.
    """
    tree = Node(program.bus, program.owner, program.path)
    level = {tree: read_shape(lines)}
    while level:
        below = {}
        for node, children in ask_for_children(level).items():
            if children is None or len(children) != len(level[node]):
                return None
            for child, (is_mapped, child.kind, shape) in zip(children, level[node]):
                if is_mapped:
                    child.parent = node
                    node.children.append(child)
                    if shape:
                        below[child] = shape
        level = below
    try:
        items = list_items(program)
    except GLib.Error as error:
        raise Gone(error.message) from error
    for node in tree.walk():
        if node.path in items:
            node.take(items[node.path])
    return tree


def connect(session_address):
    """The accessibility bus of a session."""
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    session = Gio.DBusConnection.new_for_address_sync(session_address, flags, None, None)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def find_program(bus, pid):
    """The program of this process, or None while it has not said that it is there."""
    daemon = Node(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus")
    for program in Node(bus, "org.a11y.atspi.Registry", ROOT).list_children():
        try:
            if daemon.call("org.freedesktop.DBus", "GetConnectionUnixProcessID",
                           GLib.Variant("(s)", (program.owner,)))[0] == pid:
                return program
        except Gone:
            continue
    return None
