"""The second factor of staff: a one-time code, or a passkey, which is both factors."""

MFA_ADAPTER = "portal.staff_sign_in.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "portal.staff_sign_in.forms.CodeForm",
    "reauthenticate": "portal.staff_sign_in.forms.CodeAgainForm",
    "activate_totp": "portal.staff_sign_in.forms.CodeAppForm",
    "add_webauthn": "portal.staff_sign_in.forms.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True  # what it asks of her, a finger or its PIN, is the second factor
MFA_TOTP_ISSUER = "乡店学堂"
MFA_TOTP_TOLERANCE = 1  # codes of half a minute: clocks of phones are a little wrong, and she types slowly
