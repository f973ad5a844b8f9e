//! Street types, by how much they say.
//!
//! Comes in: nothing. Goes out: lists in small letters, for the scanner's anchors.
//!
//! # Sources
//! USPS Publication 28, appendix C1 (street suffixes); Ordnance Survey, AddressBase (street names of the UK); Canada Post,
//! Addressing Guidelines; Standards Australia AS 4590 (road types).

/// Street types that are mostly other things: they need proof, or a word about addresses near them.
#[rustfmt::skip]
pub(super) const RARE: &[&str] = &[
    "hill", "hills", "heights", "ridge", "valley", "view", "park", "center", "dale", "glen",
    "meadow", "meadows", "creek", "brook", "canyon", "bend", "bluff", "branch", "bridge", "burg", "bypass",
    "camp", "cape", "causeway", "cliff", "cliffs", "club", "common", "corner", "corners", "course", "cove",
    "crest", "crossing", "crossroad", "curve", "dam", "divide", "estate", "estates", "extension", "fall",
    "falls", "fords", "ferry", "field", "fields", "flat", "flats", "ford", "forest", "forge", "fork", "fort",
    "freeway", "garden", "gateway", "harbor", "haven", "hollow", "inlet", "island",
    "islands", "isle", "junction", "key", "keys", "knoll", "knolls", "lake", "lakes", "landing", "light",
    "loaf", "lock", "locks", "lodge", "mall", "manor", "mill", "mills", "mission", "motorway",
    "mount", "mountain", "mountains", "neck", "orchard", "oval", "overpass", "pass", "passage", "path",
    "pine", "pines", "plain", "plains", "point", "points", "port", "ports", "prairie", "radial", "ramp",
    "ranch", "rapid", "rapids", "rest", "river", "route", "row", "rue", "run", "shoal", "shoals", "shore",
    "shores", "skyway", "spring", "springs", "spur", "spurs", "squares", "station", "stravenue", "stream",
    "streets", "summit", "throughway", "trace", "track", "trafficway", "tunnel", "underpass", "union", "vale",
    "viaduct", "village", "ville", "vista", "walk", "wall", "well", "wells", "parks", "courts", "drives",
    "coves", "forks", "burgs", "glens", "roads", "villages", "lights", "forges", "unions", "trails", "manors", "brooks", "valleys", "junctions", "extensions",
    "ridges", "circles", "ways", "centers", "centre", "bridges", "greens", "groves", "lands", "harbors",
    "rise", "gate", "wharf", "quay", "croft", "embankment", "circuit", "broadway", "wynd", "brae", "fold", "yard",
    "approach", "strand", "paddock", "copse", "mead", "avenues",
];

/// Street types that mean little else.
#[rustfmt::skip]
pub(super) const CLEAR: &[&str] = &[
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "ln", "parkway", "pkwy", "highway",
    "hwy", "ct", "cir", "ter", "trl", "turnpike", "expressway", "plaza", "alley", "av", "cres", "lane",
    "mews", "pde",
];

/// Street types that are everyday words.
#[rustfmt::skip]
pub(super) const EVERYDAY: &[&str] = &[
    "drive", "dr", "way", "court", "place", "pl", "square", "terrace", "trail", "circle", "loop", "crescent",
    "pike", "close", "grove", "gardens", "parade", "esplanade", "green",
];
