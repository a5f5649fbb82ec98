"""reporter.toml: what a user sets once for a folder of work."""

from reporter.config.settings import BuildSettings, Settings, find, load
from reporter.config.words import UserUnit, UserWords, UserZone
from reporter.model.brand import Brand

__all__ = ["Brand", "BuildSettings", "Settings", "UserUnit", "UserWords", "UserZone", "find", "load"]
