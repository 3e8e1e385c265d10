"""The service's side of SRP, for the tests of the client's: written from RFC 5054 and Amazon's
known answers, with Python's own integers and hashes. For each line with a JSON object on standard
input (pool, user, password, A) it plays the service and answers with one: salt, B, secret_block,
and the claim that only somebody with the password makes.
"""
import base64
import hashlib
import hmac
import json
import random
import sys

# RFC 3526, group 15: 2^3072 - 2^3008 - 1 + 2^64 * (floor(2^2942 pi) + 1690314).


def arctan_inverse(x, unity):
    total = term = unity // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        sign, n = -sign, n + 2
    return total


def pi_times(unity):
    return 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity))


GUARD = 64
N = 2**3072 - 2**3008 - 1 + 2**64 * ((pi_times(1 << (2942 + GUARD)) >> GUARD) + 1690314)
G = 2


def number(data):
    return int.from_bytes(data, "big")


def padded(value):
    """Two's complement, as short as it goes."""
    return value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


K = number(sha256(padded(N), padded(G)))
dice = random.Random()


def answer(case):
    user = case["user"].encode()
    pool = case["pool"].encode()
    big_a = int(case["A"], 16)
    assert big_a % N
    salt = dice.getrandbits(dice.choice([1, 7, 8, 124, 127, 128]))
    b = dice.getrandbits(case["bits"]) | 1
    x = number(sha256(padded(salt), sha256(pool, user, b":", case["password"].encode())))
    verifier = pow(G, x, N)
    big_b = K * verifier + pow(G, b, N)
    if dice.random() < 0.9:
        big_b %= N
    u = number(sha256(padded(big_a), padded(big_b)))
    secret = pow(big_a * pow(verifier, u, N), b, N)
    extracted = hmac.new(padded(u), padded(secret), "sha256").digest()
    key = hmac.new(extracted, b"Caldera Derived Key\x01", "sha256").digest()[:16]
    block = dice.randbytes(dice.randrange(1, 200))
    claim = hmac.new(key, pool + user + block + case["timestamp"].encode(), "sha256").digest()
    return {
        "salt": format(salt, "x"),
        "B": format(big_b, "X" if dice.random() < 0.5 else "x"),
        "secret_block": base64.b64encode(block).decode(),
        "claim": base64.b64encode(claim).decode(),
    }


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
