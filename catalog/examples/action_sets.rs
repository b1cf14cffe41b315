//! Sets of actions, and a short list of patterns that matches one: `cargo run -p catalog --example action_sets`.

use catalog::{ActionSet, NameError, action};

pub(crate) fn main() -> Result<(), NameError> {
    let all = ActionSet::from_patterns(["sqs:*"])?;
    let set = all - ActionSet::from_patterns(["sqs:*Permission", "sqs:Delete*"])?;
    assert!(set.contains(action!("sqs:SendMessage").any()) && !set.contains(action!("sqs:DeleteQueue").any()));

    let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    println!("{} actions in {} patterns: {}", set.len(), patterns.len(), patterns.join(", "));
    // The patterns match these actions and no other action of the catalog.
    assert_eq!(ActionSet::from_patterns(&patterns)?, set);
    Ok(())
}
