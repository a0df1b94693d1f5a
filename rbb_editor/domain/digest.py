"""BLAKE2b, without what `hashlib` loads beside it: all of OpenSSL, 2 ms of every start."""

try:
    from _blake2 import blake2b
except ImportError:  # a Python that keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
