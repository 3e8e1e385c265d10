"""moto's own server, with one user pool that is full from the beginning.

Called with the port and a file: what CreateUserPool would have been given, and users in any state. One request for
each of ten thousand users would take minutes. Prints the pool's id before it serves.
"""

import json
import os
import sys

from moto.cognitoidp.models import CognitoIdpUser, cognitoidp_backends
from moto.server import main

ACCOUNT = "123456789012"

port, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    crowd = json.load(file)
pool = cognitoidp_backends[ACCOUNT][crowd["region"]].create_user_pool("Made by a test", crowd["pool"])
for person in crowd["people"]:
    attributes = [{"Name": name, "Value": value} for name, value in person["attributes"].items()]
    user = CognitoIdpUser(pool.id, person["username"], None, person["status"], attributes)
    user.enabled = person["enabled"]
    pool.users[user.username] = user
print(f"pool {pool.id}", flush=True)
# What moto prints of every request is of no use here.
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
main(["-H", "127.0.0.1", "-p", port])
