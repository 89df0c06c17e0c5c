"""Serves a model of your own to spq, as the program that `worker(name)` stands for. Needs numpy alone.

    import spq_worker

    def perceive(pictures):                      # a list of Picture, at most `batch` of them
        for picture in pictures:
            depth = model(picture.pixels)        # metres, [h, w]
            yield {"depth": depth, "intrinsics": [500.0, 500.0, 319.5, 239.5]}

    spq_worker.serve(perceive, version="my depth 1", batch=8)

What is yielded for a picture is a dict: numpy arrays become tensors, all else becomes JSON. Which keys a role has, docs/workers.md
says. A dict {"error": "..."} fails this picture alone; an exception fails the pictures that were given together, one by one.
Import this file first: from then on whatever is printed goes to standard error, and standard output belongs to the messages.
"""

import json
import os
import queue
import struct
import sys
import threading
import traceback

import numpy

PROTOCOL = 1
TYPES = {"float32": "<f4", "float16": "<f2", "int64": "<i8", "int32": "<i4", "uint8": "u1", "bool": "?"}

# From here on, print() writes to standard error: libraries tell their progress while models are loaded.
_messages = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)


class Picture:
    """A picture, and what was found in it before: `objects`, `masks` and `points` where the role reads them, else None."""

    def __init__(self, header, tensors):
        self.sha256 = header["sha256"]
        self.width, self.height = header["width"], header["height"]
        self.camera = header["camera"]  # [fx, fy, cx, cy] in pixels, or None
        self.objects = header.get("objects")  # [{"label", "score", "box": [x1, y1, x2, y2]}]
        self.points_camera = header.get("points_camera")
        self.pixels = tensors["pixels"]  # uint8 [height, width, 3], red, green, blue
        self.masks = tensors.get("masks")  # uint8 [objects, h, w]
        self.points = tensors.get("points")  # float32 [h, w, 3], metres, camera frame, NaN where there is none


def serve(perceive, version, batch=1, labels=()):
    """Answers until spq closes the pipe. `version` must change whenever results would: spq keeps results under it."""
    incoming, outgoing = sys.stdin.buffer, _messages
    messages = queue.Queue(1)  # the next message is read while the model works

    def read_ahead():
        try:
            while (message := _read(incoming)) is not None:
                messages.put(message)
        finally:
            messages.put(None)

    threading.Thread(target=read_ahead, daemon=True).start()
    while (message := messages.get()) is not None:
        header, tensors = message
        if header["what"] == "hello":
            _write(outgoing, {"spq": PROTOCOL, "version": version, "batch": batch, "labels": list(labels)}, {})
        else:
            _write(outgoing, *_answer(perceive, _pictures(header, tensors)))


def _pictures(header, tensors):
    return [
        Picture(one, {name.split(".", 1)[1]: data for name, data in tensors.items() if name.startswith(f"{at}.")})
        for at, one in enumerate(header["pictures"])
    ]


def _answer(perceive, pictures):
    headers, tensors = [], {}
    for at, one in enumerate(_found(perceive, pictures)):
        arrays = {key: value for key, value in one.items() if isinstance(value, numpy.ndarray)}
        headers.append({key: value for key, value in one.items() if key not in arrays})
        tensors.update({f"{at}.{key}": value for key, value in arrays.items()})
    return {"what": "found", "pictures": headers}, tensors


def _found(perceive, pictures):
    try:
        return list(perceive(pictures))
    except Exception:
        traceback.print_exc()
        if len(pictures) == 1:
            return [{"error": traceback.format_exc().strip().splitlines()[-1]}]
        return [one for picture in pictures for one in _found(perceive, [picture])]  # which of them was it?


def _read(stream):
    length = stream.read(4)
    if len(length) < 4:
        return None
    header = json.loads(stream.read(struct.unpack("<I", length)[0]))
    tensors = {}
    for tensor in header.pop("tensors"):
        kind = numpy.dtype(TYPES[tensor["type"]])
        count = int(numpy.prod(tensor["dims"], dtype=numpy.int64))
        data = numpy.frombuffer(stream.read(count * kind.itemsize), kind)
        tensors[tensor["name"]] = data.reshape(tensor["dims"])
    return header, tensors


def _write(stream, header, tensors):
    arrays = {name: _plain(array) for name, array in tensors.items()}
    listed = [{"name": name, "type": kind, "dims": array.shape} for name, (kind, array) in arrays.items()]
    text = json.dumps({**header, "tensors": listed}, default=float).encode()
    stream.write(struct.pack("<I", len(text)) + text)
    for _, array in arrays.values():
        stream.write(array.data if array.size else b"")
    stream.flush()


def _plain(array):
    """The name of its type and the array, contiguous and little-endian; doubles become 32-bit numbers."""
    if array.dtype == numpy.float64:
        array = array.astype("<f4")
    for kind, code in TYPES.items():
        if array.dtype == numpy.dtype(code):
            return kind, numpy.ascontiguousarray(array)
    raise TypeError(f"arrays of {array.dtype} cannot be sent; {', '.join(TYPES)} can")
