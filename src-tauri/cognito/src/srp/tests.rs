use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use aws_lc_rs::rand;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use super::*;

/// The known answers that Amazon's .NET client tests itself against
/// (aws-sdk-net-extensions-cognito, `AuthenticationCryptoTests.cs`, Apache-2.0).
mod known {
    pub const SALT: &str = "b704a27deb8cf5efec43a40eac5b60d2";
    pub const CLAIM: &str = "QwHbbUqF6DSSepJh2QqTWDCb1XjmqaxnnW5kDn5dz7E=";
    pub const CLAIM_PUBLIC: &str = "\
        f6c76f03232c3a93a634f5e49a74efbfffcd2b81f0dacb2bce0274ae68601b3d42a98feb96ba6a310cc2d4183edac62d\
        571d0d220258d8753a80c4f8815a10953a21964f19c824916f46417f46d921d7956bf5c10c63e7b1c84ce6e2bc407b4e\
        0a103a529313f439182c6450ed434d049e0d9dd5da8cf3a1d1f6f2839f55754a7b17444b8c55ff6b13bf63f61e473ad6\
        fad9f4a1a0b2541b200de07c10296d679b36bf683245cee039842ad9579031e26cb0931ac202fe713fa2c64f920a9830\
        722f708d5ede7ab0521363e45fb2ad0afefbd65264c39f46d0c4011e2e8dbf8d6c53764719599a359b17bcd4d7e37c76\
        e9e68adde0dc586a29f835a2decab335a49408fbc8452d2696743f4465d12748851889d405d7287296e93f9abfb9f118\
        06235bb588e8381a0060a174f5b0959eedba81b94eb383e80465323b1fc85478edcca4b67403a45b73ccbdcd9eaeaceb\
        d5f2ca32c7344fdbbc15a2a3d060c2b822851a282370a8dacbbfedbc511376a6e8ad95a5ce28fc2b9c37751c8d4314b9";
    pub const SECRET_BLOCK: &str = "\
        iZY+s7lYj4/5me1dgBZ9QR0vYOoatfBhec3Rc3kqPFAGIWAwxmaoXkOR1+kEvm0Aic/CxgXe0KHTTZuyKpsMfjbo2J2YweeA\
        tj47z6HCgVScBHeJ5il4NUhGJ6ehqWPls5ub233161UU/SxKAZYySbB8NNHIQidPNxEvBycU5gOeO9cOv4dlm3dwSRNFlg8O\
        WJysI7+ZXUgSWdfUBqog90wkIfLr7HirXnd3axiqpHqAApu4Ls7JFvgXxJa74ZJLtFobED/qSc4ALtRiAPwhKkomxhSXDF1S\
        3dD+LcTQaR0/gJY1+p1CuyTCQNBTVz5idOq8NhG/mMupKow7i54xWJp3gWCeRLMRYD5Od/b7QSgtBYZeLT2rDPb6T8oy8qSc\
        K4gq+1Ye6KmXTtmdc7XBhwtyCk4xA8YBjeXO/Gq3G+rzpqMOS9e8P/EZ1xldkcme0qYesbUiKSVO30N2lPKo3qzWyq6zFi0p\
        INpCiWLD+qdWa9Arofsml2IYgCxZwmoIRVk8vd/+UdhErVRFdOmMZWQVLki0K09UgrnvLLBcMxc4wq8myUmMivVpxg8vSaex\
        rxGxDVnKZHgfl0jFCEWIYyMvPAspOo9bBT1l+oQlVpf6RPKWlxgE4JSiWd9LD3PMdtETsyrWv1IxtktyzGI27UVanj0gGfes\
        M56/FNImaxh+eoTBq4fJWxvfN0FvB90Ib/ZV+oJZ3jj8pKrZmDohutOQZqEIP5mme3UMGbkeF1zVnBuPT/Ujyb94RayMB4qv\
        qnZap87o8gJ4iv0yp+HMAAxvPSvYJSr/dny/jEdsWM8aKU+a9+n3aMPo/97DSIyiw2E3jcorR2emlichUHqdwDg/GAACUMTm\
        V6peecDdhuF/KNZXBF4GEsoutDzPSsaXnQ11qKejULZt//fQ/e5JzWbUVhWXBOiRr4JmbPdmWo9WIORrg/yrAlSe9RNnJOW+\
        OCsAKLZYEHfuueUQYaxOpBTst+YQXzbwNYyX47H8nUDVXRLiA0zAoQHeTMXN8lL688MTICEUNaJW9QWjrNIaTPic0oJ6CxVM\
        /ayd8qv28EQ9BhyyE5yEreC9y+bpUQjTwxe62H/j0NiMsE5806dhx2RzxBlEYl51hs1aqwpQ6NGn51bwZPZ5O7YitLyYdAoE\
        dTo0hCXTKF2ITbSy8ZDv5cxQSv5zyXeHRfa/o1GSHWPawy3lYjHChVVj/ALBjpFVPJJwByQZqgXsrvuknWk7QFAi21acQxm/\
        4pqPVtFNVW7yZ51FawlQu6rKKfu1kyTJ6CKlcdXuJFv/NxQLPLq/to4b0UHNaD/mymwr0GSEn9GxpVB4fjhL4L2BRxCpt4lf\
        Ltx1KMiTivUMIhrVShnrgUy2mpd/jooMsSf17GSvCYReg9dsaqvZXqbEMv6P2BX+RNXicLSfeDO9NyZhtuWZxyLJ5IlagOpV\
        NbtGb/HCEQy+zF8ySzho6e8vHxNodJX+xwCxRyKl6wbEdSEulWgm5WaUmsfySrNqLKassfrTdKLHyWUvjbWucEFzS0ddu+Q7\
        j5RGaZ4MO7Qf1hN57WUE7irwXBc9UoAWI3Sggb+oDDuVKN5PMF6cL+3/yfetGX0Wrh9tk34z5pizLmOgqOqkMW5yFDqw8/pR\
        qQA4Qo+VrpHL1a4vANgmOHw98918pFiCG5lacOQn4FmA2QGWfNxU72qy6MLPnTgN/olShAFNFgckIn2F";
    pub const KEY: &str = "LmbBsy/4chqMRYOhmtmCrA==";
    pub const KEY_PUBLIC: &str = "\
        8d340308265ada665b1b2c730fb65ff0b6dc746b63c2d7e9f08b8aa9306d4848268bc0c17ee4a2999173ca62af59fd74\
        ba5d00f16c96bea082b163f2c3a0b745455d62cb9577425b4b5d4dadba163a8e7759a7c0256795f464682770588c84e8\
        2f2c63d4701751476da8e8a7b1a131e78560fe7b56b6761fcef88dcc486f403369a0cac2f04c25ed6d5e08b5a2f48850\
        0a0d5af4972cfa1213bfca37bbae189c8d58465b13193204f21ea01d267c7688e6e6cb5d3f5a8005db680d272308ee82\
        3816032dd2c8fc3b95b6fd0a742feb127e3d094cd002a5e6b209415ff82f6abf50d5da43910a0336e9a6fc33dd101bf1\
        3f22f13fcb3ea3809aae4917d7c426fb8c0a894030c75d3e15f0e1078a9d89e5154391cde6111ac14fab9fa3b3a880da\
        7dbd47fd5a055937581d26b5d225c076e82f980dcbd77b3950d270d8b622dca9c9bcd8fd6435a59b9690b3c9e2bdabf5\
        8cae3420c19066abc420145b1b66f226a6493c96588c2d53b637798fcaa573379f2251848065fe1fafb68ed5e79135e9";
}

const USER5: Prover<'static> = Prover {
    pool_name: "Pj8nlkpKR",
    user_id: "User5",
};

/// The secret exponent of the known answers: 1,023 bytes of 2 and a 0.
fn known_exchange() -> Exchange {
    let mut secret = [2; 1024];
    secret[1023] = 0;
    Exchange::with_secret(&secret).unwrap()
}

fn question(salt: &'static str, service_public: &'static str) -> Question<'static> {
    Question {
        salt,
        service_public,
        secret_block: known::SECRET_BLOCK,
    }
}

#[test]
fn the_multiplier_is_the_published_one() {
    let bytes = multiplier().retrieve().to_be_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex.trim_start_matches('0'),
        "538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6"
    );
}

#[test]
fn the_published_claim_is_reproduced() {
    let claim = known_exchange()
        .claim(
            &USER5,
            "Password1!",
            &question(known::SALT, known::CLAIM_PUBLIC),
            "Thu Jun 15 07:00:00 UTC 2017",
        )
        .unwrap();
    assert_eq!(claim.expose_secret(), known::CLAIM);
}

#[test]
fn the_published_key_is_reproduced() {
    let salt = group::number_of_hex(known::SALT).unwrap();
    let public = group::number_of_hex(known::KEY_PUBLIC).unwrap();
    let key = known_exchange()
        .key(&USER5, "Password1!", &salt, &public)
        .unwrap();
    assert_eq!(STANDARD.encode(*key), known::KEY);
}

#[test]
fn values_that_would_make_the_proof_worthless_are_refused() {
    let exchange = Exchange::begin().unwrap();
    let n: String = group::modulus()
        .to_be_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let twice_n = doubled(&n);
    for (salt, public, named) in [
        ("1", "0", "SRP_B"),
        ("1", n.as_str(), "SRP_B"),
        ("1", twice_n.as_str(), "SRP_B"),
        ("1", "", "SRP_B"),
        ("1", "not a number", "SRP_B"),
        ("", "2", "SALT"),
        ("salt", "2", "SALT"),
    ] {
        let question = Question {
            salt,
            service_public: public,
            secret_block: "QUJD",
        };
        let refusal = exchange
            .claim(&USER5, "Password1!", &question, "now")
            .unwrap_err();
        assert_eq!(refusal.detail.as_deref(), Some(named));
    }
    let question = Question {
        salt: "1",
        service_public: "2",
        secret_block: "not Base64",
    };
    let refusal = exchange
        .claim(&USER5, "Password1!", &question, "now")
        .unwrap_err();
    assert_eq!(refusal.detail.as_deref(), Some("SECRET_BLOCK"));
    assert!(scrambling_parameter(&[0; 32]).is_err());
}

/// Twice a hexadecimal number.
fn doubled(hex: &str) -> String {
    let mut carry = 0;
    let mut digits: Vec<char> = Vec::new();
    for digit in hex.chars().rev() {
        let value = digit.to_digit(16).unwrap() * 2 + carry;
        carry = value / 16;
        digits.push(char::from_digit(value % 16, 16).unwrap());
    }
    digits.push(char::from_digit(carry, 16).unwrap());
    digits.into_iter().rev().collect()
}

#[test]
fn every_exchange_has_another_secret_of_full_length() {
    let (one, other) = (Exchange::begin().unwrap(), Exchange::begin().unwrap());
    assert_ne!(one.public_hex(), other.public_hex());
    assert!(one.secret.bit_width() > 960, "a random number of 1,024 bits");
    assert!(one.public_hex().len() > 740);
    assert!(
        one.public_hex()
            .bytes()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    );
}

/// Random bytes.
fn random(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    rand::fill(&mut bytes).unwrap();
    bytes
}

/// Text of `length` characters of several scripts.
fn random_text(length: usize) -> String {
    let alphabet: Vec<char> = "abcXYZ019 :!\"\\$é漢\u{1f511}".chars().collect();
    random(length)
        .iter()
        .map(|byte| alphabet[usize::from(*byte) % alphabet.len()])
        .collect()
}

/// How long the private exponents of one run of exchanges are, in bytes.
#[derive(Clone, Copy)]
struct Secrets {
    ours: usize,
    the_servers: usize,
}

/// One exchange of the batch: who it is about, and our half.
struct Case {
    user: String,
    password: String,
    exchange: Exchange,
}

/// Has a server that isn't ours check proofs of random passwords with random salts: whole batches at
/// a time, so that the server is at the next while ours is proven.
fn agree(cases: usize, secrets: Secrets) {
    const BATCH: usize = 50;
    let now = timestamp(SystemTime::now());
    let mut server = Command::new("python3")
        .arg("-c")
        .arg(include_str!("server.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut asking = server.stdin.take().unwrap();
    let mut answers = BufReader::new(server.stdout.take().unwrap()).lines();
    let mut ask = |first: usize| -> Vec<Case> {
        let batch: Vec<Case> = (first..cases.min(first + BATCH))
            .map(|case| Case {
                user: random_text(1 + case % 40),
                password: random_text(1 + case % 70),
                exchange: Exchange::with_secret(&random(secrets.ours)).unwrap(),
            })
            .collect();
        for case in &batch {
            let asked = json!({
                "pool": "abcDEF123", "user": case.user, "password": case.password,
                "A": case.exchange.public_hex(), "bits": secrets.the_servers * 8, "timestamp": now,
            });
            writeln!(asking, "{asked}").unwrap();
        }
        batch
    };
    let mut checked = 0;
    let mut batch = ask(0);
    while !batch.is_empty() {
        let next = ask(checked + batch.len());
        for case in &batch {
            let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
            let text = |name: &str| answer[name].as_str().unwrap();
            let question = Question {
                salt: text("salt"),
                service_public: text("B"),
                secret_block: text("secret_block"),
            };
            let prover = Prover {
                pool_name: "abcDEF123",
                user_id: &case.user,
            };
            let claim = |password: &str| {
                let claim = case.exchange.claim(&prover, password, &question, &now).unwrap();
                claim.expose_secret().to_owned()
            };
            assert_eq!(claim(&case.password), text("claim"), "{answer}");
            if checked == 0 {
                assert_ne!(claim(&format!("{}!", case.password)), text("claim"));
            }
            checked += 1;
        }
        batch = next;
    }
    assert_eq!(checked, cases);
    drop(asking);
    assert!(server.wait().unwrap().success());
}

/// As in a real sign-in: both private exponents are 1,024 bits long.
#[test]
fn a_server_that_is_not_ours_agrees() {
    let real = Secrets {
        ours: SECRET_BYTES,
        the_servers: SECRET_BYTES,
    };
    agree(100, real);
}

/// Many times everything that differs from one sign-in to the next: salt, user, password,
/// both public values, u, secret block, and with them each case of the padding. Only the two
/// private exponents are short (32 and 16 bits; x and u are whole), or this would take half an hour:
/// those of a real sign-in are checked above. A and B are as large as ever.
fn agree_with_short_secrets(cases: usize) {
    let short = Secrets {
        ours: 4,
        the_servers: 2,
    };
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| agree(cases / 2, short));
        }
    });
}

#[test]
fn a_server_that_is_not_ours_agrees_a_thousand_times() {
    agree_with_short_secrets(1_000);
}

#[test]
#[ignore = "minutes on a busy computer"]
fn a_server_that_is_not_ours_agrees_ten_thousand_times() {
    agree_with_short_secrets(10_000);
}
