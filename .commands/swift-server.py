"""OpenStack Swift with its S3 interface, whole in one process, for tests: swift-server.py HOME ACCESS_KEY SECRET. Ends with its standard input."""
import eventlet

eventlet.monkey_patch()

import json
import logging
import os
import sys

from eventlet import patcher, wsgi
from swift.common import utils
from swift.common.ring import RingBuilder
from swift.common.wsgi import loadapp

home, access_key, secret = sys.argv[1:]
utils.HASH_PATH_SUFFIX = b"rightsdesk"
utils.validate_hash_conf = lambda: None
stores = ("account", "container", "object")
sockets = {name: eventlet.listen(("127.0.0.1", 0)) for name in (*stores, "proxy")}
ports = {name: socket.getsockname()[1] for name, socket in sockets.items()}

STORE = """[DEFAULT]
swift_dir = {home}
devices = {home}/disk
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
"""
# Seven entries a page: every listing of the tests has several.
PROXY = """[DEFAULT]
swift_dir = {home}
[pipeline:main]
pipeline = catch_errors s3api tempauth container-quotas slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
max_bucket_listing = 7
[filter:tempauth]
use = egg:swift#tempauth
user_{user} = {secret} .admin
"""


class Cache:
    """What memcached does for a real one: remembers sign-ins and what a container is, here as long as the process lives."""

    def __init__(self):
        self.entries = {}

    def get(self, key, raise_on_error=False):
        return self.entries.get(key)

    def set(self, key, value, **_):
        self.entries[key] = value

    def delete(self, key, server_key=None):
        self.entries.pop(key, None)


def cached(app):
    cache = Cache()

    def call(env, start_response):
        env["swift.cache"] = cache
        return app(env, start_response)

    return call


def write(name, text):
    with open(os.path.join(home, name), "w", encoding="utf8") as file:
        file.write(text)


os.makedirs(os.path.join(home, "disk", "d1"))
for name in stores:
    ring = RingBuilder(1, 1, 1)
    place = {"ip": "127.0.0.1", "port": ports[name], "replication_ip": "127.0.0.1", "replication_port": ports[name]}
    ring.add_dev({"region": 1, "zone": 1, "weight": 1, "device": "d1", "meta": "", **place})
    ring.rebalance()
    ring.get_ring().save(os.path.join(home, f"{name}.ring.gz"))
    write(f"{name}.conf", STORE.format(home=home, name=name))
plain = "".join(f"[filter:{name}]\nuse = egg:swift#{name.replace('-', '_')}\n" for name in ("catch_errors", "container-quotas", "slo", "dlo"))
write("proxy.conf", PROXY.format(home=home, user=access_key.replace(":", "_"), secret=secret) + plain)

quiet = logging.getLogger("quiet")
quiet.addHandler(logging.NullHandler())
quiet.propagate = False
servers = [eventlet.spawn(wsgi.server, socket, cached(loadapp(os.path.join(home, f"{name}.conf"))), quiet) for name, socket in sockets.items()]


def follow_parent():
    sys.stdin.buffer.read()
    os._exit(0)


patcher.original("threading").Thread(target=follow_parent, daemon=True).start()
print(json.dumps({"port": ports["proxy"]}), flush=True)
for server in servers:
    server.wait()
