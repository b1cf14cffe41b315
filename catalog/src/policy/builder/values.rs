//! The types that the builder accepts as values of a condition. The module `comparison` checks whether a value has the
//! type that the operator compares.

use alloc::string::{String, ToString as _};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::list::{IntoList, Items};
use crate::policy::{ConditionValue, Number, OneOrMany, ResourceText};

impl From<String> for ConditionValue {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

macro_rules! values {
    ($($variant:ident $Type:ty, |$given:ident| $value:expr;)*) => {$(
        impl From<$Type> for ConditionValue {
            fn from($given: $Type) -> Self {
                Self::$variant($value)
            }
        }

        impl IntoList<ConditionValue> for $Type {
            fn give(self, items: &mut Items<ConditionValue>) {
                items.add(self);
            }
        }

        impl From<$Type> for OneOrMany<ConditionValue> {
            fn from(given: $Type) -> Self {
                Self::One(given.into())
            }
        }
    )*};
}

values! {
    String &str, |text| text.to_string();
    String &String, |text| text.clone();
    String ResourceText, |arn| arn.into();
    String IpAddr, |address| address.to_string();
    String Ipv4Addr, |address| address.to_string();
    String Ipv6Addr, |address| address.to_string();
    Bool bool, |truth| truth;
    Number Number, |number| number;
    Number u8, |number| number.into();
    Number u16, |number| number.into();
    Number u32, |number| number.into();
    Number u64, |number| number.into();
    Number usize, |number| number.into();
    Number i8, |number| number.into();
    Number i16, |number| number.into();
    Number i32, |number| number.into();
    Number i64, |number| number.into();
    Number isize, |number| number.into();
}

macro_rules! one {
    ($($Type:ty)*) => {$(
        impl IntoList<ConditionValue> for $Type {
            fn give(self, items: &mut Items<ConditionValue>) {
                items.add(self);
            }
        }
    )*};
}

one!(String ConditionValue);
