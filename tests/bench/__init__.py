"""Measurements, as ratios within one run; `make bench` runs them, a test run never does."""
