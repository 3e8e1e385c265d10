"""Says of each policy on standard input whether the schema takes it."""

import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
json.dump([validator.is_valid(policy) for policy in json.load(sys.stdin)], sys.stdout)
