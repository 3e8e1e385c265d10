"""For mitmproxy: whatever name it is asked for is a port of this computer."""

from mitmproxy import ctx


def load(loader):
    loader.add_option("leads_to", int, 0, "the port")


def server_connect(data):
    data.server.address = ("127.0.0.1", ctx.options.leads_to)
