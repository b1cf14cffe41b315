//! Checks that lookup, errors, queries, expansion, sets, shrinking and display do not allocate.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{fmt::Write as _, hint::black_box};

use allocation_counter::measure;
use catalog::{
    AccessLevels, ActionPattern, ActionQuery as _, ActionSet, AnyAction, AnyConditionKey, AnyResourceType, Service, ses,
};

/// A buffer for a string, without allocation.
struct Inline {
    bytes: [u8; 512],
    length: usize,
}

impl std::fmt::Write for Inline {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// Writes a value and returns the length of the output in bytes.
fn written(value: impl std::fmt::Display) -> usize {
    let mut inline = Inline { bytes: [0; 512], length: 0 };
    write!(inline, "{value:60}").unwrap();
    inline.length
}

#[track_caller]
fn takes_nothing<T>(what: impl FnOnce() -> T) {
    let taken = measure(|| {
        black_box(what());
    });
    assert_eq!((taken.count_total, taken.bytes_total), (0, 0));
}

#[test]
fn the_counter_counts() {
    assert!(measure(|| drop(black_box(Box::new(7_u64)))).bytes_total >= 8);
    assert!(measure(|| drop(black_box(catalog::actions().collect::<Vec<_>>()))).bytes_total >= 22_000 * 16);
}

#[test]
fn lookup() {
    takes_nothing(|| "SES:sendemail".parse::<AnyAction>().unwrap());
    takes_nothing(|| "ses:sendEMAIL".parse::<ses::Action>().unwrap());
    takes_nothing(|| "aws:tagkeys".parse::<AnyConditionKey>().unwrap());
    takes_nothing(|| "s3:Bucket".parse::<AnyResourceType>().unwrap());
    takes_nothing(|| (Service::find("EC2"), Service::find("nowhere")));
    for wrong in ["ses:SendEmial", "s3:SendEmail", "ec2:TagResource", "nowhere:Frobnicate", "s3:Get*", "SendEmail", ""]
    {
        takes_nothing(|| written(wrong.parse::<AnyAction>().unwrap_err()));
    }
}

#[test]
fn queries() {
    let bucket: AnyResourceType = "s3:bucket".parse().unwrap();
    let key: AnyConditionKey = "aws:TagKeys".parse().unwrap();
    takes_nothing(|| catalog::actions().count() + catalog::condition_keys().map(|key| key.name().len()).sum::<usize>());
    takes_nothing(|| catalog::resource_types().rev().count() + catalog::operations().rev().count());
    takes_nothing(|| catalog::actions().with_access_levels(AccessLevels::CHANGING).taking_no_resource().count());
    takes_nothing(|| catalog::actions().with_condition_key_named("aws:TagKeys").next_back());
    takes_nothing(|| bucket.actions().count() + bucket.actions_requiring().rev().count());
    takes_nothing(|| key.everywhere().flat_map(AnyConditionKey::actions).count() + key.resource_types().count());
    takes_nothing(|| catalog::except(&["iam:*", "s3:Get*", "ses:SendEmail"]).unwrap().count());
    takes_nothing(|| {
        let services = catalog::services().filter(|service| service.prefix().starts_with('l'));
        services.flat_map(Service::actions).filter_map(AnyAction::needs).flatten().count()
    });
    takes_nothing(|| "iam:PassRole".parse::<AnyAction>().unwrap().operations().count());
    takes_nothing(|| catalog::operations().flat_map(|operation| operation.actions().flatten()).count());
}

#[test]
fn expansion() {
    for pattern in ["*", "s3:Get*", "ec2:*Instance?", "SES:SendEmail", "s3:*"] {
        takes_nothing(|| catalog::expand(pattern).unwrap().map(written).sum::<usize>());
        takes_nothing(|| catalog::expand(pattern).unwrap().rev().count());
        takes_nothing(|| written(ActionPattern::new(pattern).unwrap()));
    }
    takes_nothing(|| catalog::expand("nowhere:*").is_err());
}

#[test]
fn sets_and_shrinking() {
    takes_nothing(|| {
        let mut set = ActionSet::from_patterns(["s3:Get*", "ec2:*Tag*", "iam:PassRole"]).unwrap();
        set |= catalog::actions().with_access_levels(AccessLevels::READING).collect::<ActionSet>();
        set = !(set - ActionSet::from_patterns(["kms:*"]).unwrap());
        set.iter().rev().count() + set.shrink().map(written).sum::<usize>()
    });
}
