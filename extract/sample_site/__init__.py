"""An invented inspectorate, served over real HTTP on loopback, to try everything on.  It stands for no real body.

The same pages stand on two generations of a site and in two web archives, as `docs/how-it-works.md` describes the
real ones.  Hosts are invented (`probation.example`); sources reach them by `connect_to`.
"""

from extract.sample_site.faults import Fault
from extract.sample_site.site import SampleSite, serve
from extract.sample_site.state import Switches, Truth

__all__ = ["Fault", "SampleSite", "Switches", "Truth", "serve"]
