//! The partitions and regions that AWS lists. The table comes from `docs-src/facts/partitions.toml`.

use catalog_core::{nearest, wildcard};

use crate::facts::partitions::PARTITIONS;

/// Returns true if AWS lists a partition.
pub(crate) fn is_partition(name: &str) -> bool {
    PARTITIONS.binary_search_by_key(&name, |(known, _)| known).is_ok()
}

/// Returns the partition of a region, or `None` if AWS does not list the region.
pub(crate) fn partition_of(region: &str) -> Option<&'static str> {
    PARTITIONS.iter().find(|(_, regions)| regions.binary_search(&region).is_ok()).map(|(partition, _)| *partition)
}

/// Returns true if a pattern matches a region that AWS lists.
pub(crate) fn matches_region(pattern: &str) -> bool {
    all().any(|region| wildcard::matches(pattern, region))
}

/// Returns the region that is most similar to a wrong one, unless several are equally similar.
pub(crate) fn nearest_region(given: &str) -> Option<&'static str> {
    nearest(given, all())
}

/// Returns the partition that is most similar to a wrong one, unless several are equally similar.
pub(crate) fn nearest_partition(given: &str) -> Option<&'static str> {
    nearest(given, PARTITIONS.iter().map(|(partition, _)| *partition))
}

/// Returns the regions of all partitions.
fn all() -> impl Iterator<Item = &'static str> {
    PARTITIONS.iter().flat_map(|(_, regions)| regions.iter().copied())
}

/// Returns the most similar name, unless several are equally similar or none is near.
fn nearest(given: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    const LIMIT: usize = 2;
    let mut best = None;
    let mut least = LIMIT + 1;
    for name in names {
        match nearest::distance(given, name) {
            Some(distance) if distance < least => (best, least) = (Some(name), distance),
            Some(distance) if distance == least => best = None,
            _ => {}
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_partitions() {
        assert_eq!(partition_of("eu-west-1"), Some("aws"));
        assert_eq!(partition_of("cn-north-1"), Some("aws-cn"));
        assert_eq!(partition_of("eu-west-9"), None);
        assert!(is_partition("aws-us-gov") && !is_partition("aws-us"));
        for (partition, regions) in PARTITIONS {
            assert!(regions.is_sorted() && regions.iter().all(|region| partition_of(region) == Some(*partition)));
        }
        assert!(PARTITIONS.is_sorted());
    }

    #[test]
    fn patterns_match_listed_regions() {
        assert!(["eu-*", "*", "us-????-1", "cn-north-1"].into_iter().all(matches_region));
        assert!(!["xx-*", "eu-west-9", ""].into_iter().any(matches_region));
    }

    #[test]
    fn a_typo_has_one_nearest_name() {
        assert_eq!(nearest_region("eu-wset-1"), Some("eu-west-1"));
        assert_eq!(nearest_region("eu-west-9"), None);
        assert_eq!(nearest_region("somewhere"), None);
        assert_eq!(nearest_partition("aws-ch"), Some("aws-cn"));
    }
}
