"""A web server of Python's own: answers every POST as Amazon Cognito answers ForgotPassword.

server.py ADDRESS PORT CERTIFICATE KEY    over TLS; `-` for both: unencrypted
server.py ADDRESS PORT portal             redirects everybody to a sign-in page
server.py ADDRESS PORT 407 SCHEME...      a proxy that asks for these, and lets nobody through
"""

import http.server
import json
import socket
import ssl
import sys

address, port, *what = sys.argv[1:]
DELIVERED = {"CodeDeliveryDetails": {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "m***@e***"}}


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6 if ":" in address else socket.AF_INET


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, body):
        if what[0] == "portal":
            self.send_response(302)
            self.send_header("Location", "http://portal.hotel.example/welcome")
            body = b""
        elif what[0] == "407":
            self.send_response(407)
            for scheme in what[1:]:
                self.send_header("Proxy-Authenticate", scheme)
            body = b""
        else:
            self.send_response(200)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(json.dumps(DELIVERED).encode())

    def do_HEAD(self):
        self.answer(b"")

    do_GET = do_CONNECT = do_HEAD


server = Server((address, int(port)), Handler)
if len(what) == 2 and what[0] not in ("-", "407"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*what)
    server.socket = context.wrap_socket(server.socket, server_side=True)
print("ready", server.server_port, flush=True)
server.serve_forever()
