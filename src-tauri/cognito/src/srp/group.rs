//! The arithmetic: the 3072-bit group, and numbers as the service writes them.
//!
//! What is secret goes through `crypto-bigint` in constant time; what travels openly may not.

use std::sync::LazyLock;

use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, NonZero, Odd, Resize};
use zeroize::Zeroizing;

/// Bits of the modulus.
const BITS: u32 = 3072;
/// Longest number of the service that is read, in hexadecimal digits: B needs 768.
const LONGEST: usize = 2048;

/// The modulus N (RFC 3526, group 15; RFC 5054, 3072 bits). The generator is 2.
const MODULUS: &str = "\
    FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
    020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
    4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
    EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05\
    98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB\
    9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
    E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
    3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33\
    A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
    ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864\
    D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2\
    08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";

#[expect(clippy::expect_used, reason = "the modulus is a constant, and odd")]
static GROUP: LazyLock<BoxedMontyParams> = LazyLock::new(|| {
    let bytes = bytes_of_hex(MODULUS).expect("hexadecimal");
    let modulus = Odd::new(number(&bytes, BITS)).into_option().expect("odd");
    BoxedMontyParams::new_vartime(modulus)
});

/// A number modulo N.
pub(super) type Element = BoxedMontyForm;

/// N.
pub(super) fn modulus() -> &'static BoxedUint {
    GROUP.modulus().as_ref()
}

/// The generator g.
pub(super) fn generator() -> Element {
    element(&BoxedUint::from(2_u8))
}

/// `number` modulo N. Not in constant time.
pub(super) fn element(number: &BoxedUint) -> Element {
    let modulus: &NonZero<BoxedUint> = GROUP.modulus().as_nz_ref();
    BoxedMontyForm::new(number.rem_vartime(modulus).resize(BITS), &GROUP)
}

/// The number that these big-endian bytes are, in `bits` bits; what is beyond them is cut off.
pub(super) fn number(bytes: &[u8], bits: u32) -> BoxedUint {
    BoxedUint::from_be_slice_truncated(bytes, bits)
}

/// A number as the service sends it, in hexadecimal of any length, odd ones too.
/// Nothing for anything else, and for more than 2,048 digits.
pub(super) fn number_of_hex(hex: &str) -> Option<BoxedUint> {
    (hex.len() <= LONGEST).then_some(())?;
    bytes_of_hex(hex).map(|bytes| BoxedUint::from_be_slice_vartime(&bytes))
}

fn bytes_of_hex(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let (first, pairs) = digits.split_at(digits.len() % 2);
    let mut bytes: Vec<u8> = first
        .iter()
        .filter_map(|digit| u8::try_from(*digit).ok())
        .collect();
    for pair in pairs.chunks_exact(2) {
        let value = pair.iter().fold(0, |value, digit| value * 16 + digit);
        bytes.push(u8::try_from(value).ok()?);
    }
    Some(bytes)
}

/// A number as the service hashes it: its big-endian bytes without leading zeros, with one before
/// a set top bit (two's complement, not RFC 5054's fixed width).
pub(super) fn pad(number: &BoxedUint) -> Zeroizing<Vec<u8>> {
    let all = Zeroizing::new(number.to_be_bytes().into_vec());
    let zeros = all.iter().take_while(|byte| **byte == 0).count();
    let bytes = all.get(zeros..).unwrap_or_default();
    let mut padded = Zeroizing::new(Vec::with_capacity(bytes.len() + 1));
    if bytes.first().is_none_or(|first| first & 0x80 != 0) {
        padded.push(0);
    }
    padded.extend_from_slice(bytes);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_modulus_has_3072_bits_and_the_known_ends() {
        let bytes = modulus().to_be_bytes();
        assert_eq!(modulus().bit_width(), 3072);
        assert_eq!(bytes[..12], *b"\xff\xff\xff\xff\xff\xff\xff\xff\xc9\x0f\xda\xa2");
        assert_eq!(bytes[372..], *b"\xa9\x3a\xd2\xca\xff\xff\xff\xff\xff\xff\xff\xff");
    }

    #[test]
    fn hexadecimal_may_have_an_odd_length() {
        let read = |hex: &str| number_of_hex(hex).map(|number| pad(&number).to_vec());
        assert_eq!(read("123"), Some(vec![0x01, 0x23]));
        assert_eq!(read("00123"), Some(vec![0x01, 0x23]));
        assert_eq!(read("F"), Some(vec![0x0f]));
        assert_eq!(read("80"), Some(vec![0x00, 0x80]));
        assert_eq!(read("0"), Some(vec![0x00]));
        assert_eq!(read(&"f".repeat(2048)).map(|bytes| bytes.len()), Some(1025));
        for wrong in ["", "0x12", "12 ", "-1", "+1", "1_2", "é", &"1".repeat(2049)] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
