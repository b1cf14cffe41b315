//! Uses each part of `catalog` without the standard library and, except with the feature `policy`, without an
//! allocator.

#![no_std]

use catalog::{ActionQuery as _, ActionSet, AnyAction, Service, actions, expand, ses};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// Counts results, so that the linker does not remove the code.
#[unsafe(no_mangle)]
pub extern "C" fn count() -> usize {
    const SENDING: &[AnyAction] = &actions!["ses:Send*"];
    let parsed = "ses:sendemail".parse::<ses::Action>().is_ok() && "ses:SendEmial".parse::<AnyAction>().is_err();
    let expanded = expand("ses:Get*").map(Iterator::count).unwrap_or_default();
    #[cfg(feature = "arn")]
    let expanded = expanded + catalog::resource_types_of("arn:aws:ses:::identity/example.com").count();
    #[cfg(feature = "policy-macros")]
    let expanded = expanded
        + catalog::policy!({
            "Version": "2012-10-17",
            "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" },
        })
        .len();
    let set: ActionSet = catalog::actions().taking_no_resource().collect();
    SENDING.len() + (!&set).shrink().count() + usize::from(parsed) + expanded + catalog::services().map(Service::actions).map(|a| a.len()).sum::<usize>()
}

/// An allocator that always fails. The program only has to link.
#[cfg(feature = "policy")]
mod policies {
    use catalog::policy::{Comparator, Key, Policy, PolicyKind, ResourceText, Statement};
    use core::alloc::{GlobalAlloc, Layout};

    struct Nowhere;

    // SAFETY: `alloc` always fails, which `GlobalAlloc` allows.
    unsafe impl GlobalAlloc for Nowhere {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            core::ptr::null_mut()
        }

        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[global_allocator]
    static HEAP: Nowhere = Nowhere;

    /// Builds, parses and checks policies.
    #[unsafe(no_mangle)]
    pub extern "C" fn count_findings() -> usize {
        let made = Policy::builder()
            .statement(
                Statement::allow(catalog::ses::Action::SendEmail)
                    .resource(ResourceText::EVERYTHING)
                    .condition(Comparator::Bool, Key::new("aws:SecureTransport"), true),
            )
            .build();
        let read = Policy::from_json("{}");
        [made.ok(), read.ok()].into_iter().flatten().map(|policy| policy.check(PolicyKind::Identity).len()).sum()
    }
}
