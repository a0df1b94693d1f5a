"""What `run.py` does on a machine that may have nothing but Python: one module for each thing that may be missing."""
