"""The service's side of SRP, for the tests of the client's: written from RFC 5054 and Amazon's
known answers, with Python's own integers and hashes. For each line with a JSON object on standard
input (pool, user, password, A, timestamp, bits) it plays the service, with a private b of so many
bits, and answers with one: salt, B, secret_block, and the claim that only somebody with the password
makes.
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


class PowersOfTwo:
    """Powers of G modulo N from a table, for exponents of up to 640 bits: several times as fast as pow,
    which checks every hundredth of them.
    """

    def __init__(self):
        self.asked = 0
        self.rows = []
        base = G
        for _ in range(80):
            row = [1]
            for _ in range(255):
                row.append(row[-1] * base % N)
            self.rows.append(row)
            base = row[-1] * base % N

    def __call__(self, exponent):
        power = 1
        for row, digit in zip(self.rows, exponent.to_bytes(80, "little")):
            if digit:
                power = power * row[digit] % N
        if self.asked % 100 == 0:
            assert power == pow(G, exponent, N)
        self.asked += 1
        return power


power_of_g = None


def values(x, b, big_a):
    """B, u and the secret as RFC 5054 has them, by nothing but pow."""
    verifier = pow(G, x, N)
    big_b = public_value(verifier, pow(G, b, N))
    u = number(sha256(padded(big_a), padded(big_b)))
    return big_b, u, pow(big_a * pow(verifier, u, N), b, N)


def values_by_table(x, b, big_a):
    """The same for a short b: (A * v^u)^b is A^b * g^(xub)."""
    global power_of_g
    power_of_g = power_of_g or PowersOfTwo()
    big_b = public_value(power_of_g(x), power_of_g(b))
    u = number(sha256(padded(big_a), padded(big_b)))
    return big_b, u, pow(big_a, b, N) * power_of_g(x * u * b) % N


def public_value(verifier, power):
    """B. Now and then a service doesn't reduce it."""
    big_b = K * verifier + power
    return big_b % N if dice.random() < 0.9 else big_b


def answer(case):
    user = case["user"].encode()
    pool = case["pool"].encode()
    big_a = int(case["A"], 16)
    assert big_a % N
    salt = dice.getrandbits(dice.choice([1, 7, 8, 124, 127, 128]))
    b = dice.getrandbits(case["bits"]) | 1
    x = number(sha256(padded(salt), sha256(pool, user, b":", case["password"].encode())))
    by = values_by_table if case["bits"] <= 128 else values
    big_b, u, secret = by(x, b, big_a)
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
