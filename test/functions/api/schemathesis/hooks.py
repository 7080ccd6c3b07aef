"""What Schemathesis has to know to ask for everything that the description allows, and to come to an end."""

import os

import schemathesis
from schemathesis.core import media_types


@schemathesis.deserializer(*media_types.YAML_MEDIA_TYPES)
def documents(context, response):
    """A text of several YAML documents is one answer; Schemathesis would read the first and fail at the second."""
    return response.content.decode("utf-8")


@schemathesis.hook
def before_call(context, case, **kwargs):
    """Events are followed for as long as the request says. A second is enough; what is no such number stays as it is."""
    query = case.query or {}
    seconds = query.get("seconds", 600)
    is_allowed = isinstance(seconds, int) and not isinstance(seconds, bool) and 1 <= seconds <= 3600
    if case.operation.definition.raw.get("operationId") == "watchEvents" and is_allowed:
        case.query = {**query, "seconds": 1}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """With CLOSED_SPECS a document is looked at from outside only: it has a `spec`, whatever stands in it."""
    if "CLOSED_SPECS" not in os.environ:
        return
    for schema in raw_schema["components"]["schemas"].values():
        if "apiVersion" in schema.get("properties", {}):
            schema["properties"]["spec"] = {"type": "object"}
