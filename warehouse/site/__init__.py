"""The warehouse as pages to look at: a static site that needs no network, and a release with its evidence marked."""
