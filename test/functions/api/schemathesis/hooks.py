"""A text of several YAML documents is one answer; Schemathesis would read the first and fail at the second."""

import schemathesis
from schemathesis.core import media_types


@schemathesis.deserializer(*media_types.YAML_MEDIA_TYPES)
def documents(context, response):
    return response.content.decode("utf-8")
