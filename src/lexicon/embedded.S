/* The data image inside the program: viewed where it lies. */
#if defined(__APPLE__)
#error "embedded.S is written for ELF"
#endif
    .section .rodata
    .balign 64
    .global incidents_data_image
    .type incidents_data_image, %object
incidents_data_image:
    .incbin INCIDENTS_DATA_IMAGE
    .size incidents_data_image, . - incidents_data_image
    .balign 8
    .global incidents_data_image_size
    .type incidents_data_image_size, %object
incidents_data_image_size:
    .quad incidents_data_image_size - incidents_data_image
    .size incidents_data_image_size, 8
    .section .note.GNU-stack, "", %progbits
